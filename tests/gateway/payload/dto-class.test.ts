import { describe, expect, it } from 'vitest';

import {
  hasValidators,
  isValidatorModule,
  uncheckedProperties,
  validatesNothing,
} from '../../../src/gateway/payload/dto-class.ts';
import { readFile } from '../read.ts';

/** The last class of the code. */
function lastClass(code: string) {
  const file = readFile(`
    import { IsInt, ValidateNested } from 'class-validator';
    import { Expose, Type } from 'class-transformer';
    import { Thing, Unseen } from './elsewhere';
    class Dto { @IsInt() n!: number }
    ${code}
  `);
  const model = [...file.classes].at(-1);
  if (!model) throw new Error('no class');
  return { model, file };
}

describe('hasValidators', () => {
  it.each([
    ['class A { @IsInt() n!: number }', 'yes'],
    ['class A { @IsInt() get n() { return 1; } }', 'yes'],
    ['class A extends Dto {}', 'yes'],
    ['class A extends Unseen { @IsInt() n!: number }', 'yes'],
    ['class A {}', 'no'],
    ['class A { [key: string]: unknown; static {} }', 'no'],
    ['class A { @Expose() n!: number }', 'no'],
    ['class A { @Own n!: number } function Own() {}', 'no'],
    ['class A { @Thing() n!: number }', 'unknown'],
    ['class A { @missing() n!: number }', 'unknown'],
    ['class A extends Unseen {}', 'unknown'],
    ['class A { static schema = {} }', 'unknown'],
    ['class A { static schema() {} }', 'unknown'],
    ['class A { constructor(@IsInt() n: number) {} }', 'unknown'],
    ['class A { constructor(s: string, @IsInt() n: number) {} }', 'unknown'],
    ['@Thing() class A {}', 'unknown'],
  ])('is told of %s: %s', (code, certainty) => {
    const { model, file } = lastClass(code);
    expect(hasValidators(model, file)).toBe(certainty);
    expect(hasValidators(model, file)).toBe(certainty);
  });
});

describe('uncheckedProperties', () => {
  it('names the property and the nested class', () => {
    const { model, file } = lastClass('class A { @ValidateNested() inner!: Dto; list!: Dto[] }');
    const names = (mayConvert: boolean) =>
      uncheckedProperties(model, mayConvert, file).map(({ name, type }) => `${name}: ${type}`);
    expect(names(false)).toEqual(['inner: Dto', 'list: Dto']);
    expect(names(true)).toEqual(['list: Dto']);
  });

  it('ends in classes that hold each other', () => {
    const { model, file } = lastClass(
      'class A { @IsInt() n!: number; @ValidateNested() @Type(() => B) b!: B } class B { @ValidateNested() @Type(() => A) a!: A; @IsInt() n!: number }',
    );
    expect(uncheckedProperties(model, false, file)).toEqual([]);
  });
});

describe('the modules of decorators', () => {
  it.each(['class-validator', 'class-validator/cjs/index.js', '@nestjs/class-validator'])(
    'knows that %s validates',
    (module) => {
      expect(isValidatorModule(module)).toBe(true);
      expect(validatesNothing(module)).toBe(false);
    },
  );

  it.each(['class-transformer', '@nestjs/class-transformer', '@nestjs/swagger'])(
    'knows that %s does not',
    (module) => {
      expect(isValidatorModule(module)).toBe(false);
      expect(validatesNothing(module)).toBe(true);
    },
  );

  it('knows nothing of any other', () => {
    expect(isValidatorModule('typeorm')).toBe(false);
    expect(validatesNothing('typeorm')).toBe(false);
  });
});
