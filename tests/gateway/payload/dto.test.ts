import { expect, it } from 'vitest';

import { importedDtos } from '../../../src/gateway/payload/dto.ts';
import { readFile } from '../read.ts';

it.each([
  ['{ JoinDto }', ['JoinDto']],
  ['{ Dto }', ['Dto']],
  ['{ Join2Dto }', ['Join2Dto']],
  ['{ JoinDTO }', ['JoinDTO']],
  ['{ JoinDto as Join }', ['Join']],
  ["{ 'JoinDto' as Join }", ['Join']],
  ['JoinDto, { type LeaveDto }', ['JoinDto']],
  ['{ Join as JoinDto }', []],
  ['{ DtoFactory, JoinDtos, JoinDTOs }', []],
  ['{ GDto }', []],
  ['* as JoinDto', []],
  ['Join', []],
  ['type JoinDto', []],
])('knows DTO classes by their names: import %s', (names, expected) => {
  expect(importedDtos(readFile(`import ${names} from './dto';`).sourceCode.ast)).toEqual(expected);
});
