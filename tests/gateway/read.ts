import * as babel from '@babel/eslint-parser';
import * as parser from '@typescript-eslint/parser';
import { Linter, SourceCode } from 'eslint';

import type { Gateway } from '../../src/gateway/gateway.ts';
import { NestFile } from '../../src/gateway/nest-file.ts';
import { readSettings } from '../../src/gateway/settings.ts';
import { babelOptions } from '../babel-options.ts';

/** What a parser makes of a file. */
interface Parsed {
  readonly ast: object;
  readonly scopeManager?: object | null | undefined;
  readonly services?: object | undefined;
  readonly visitorKeys?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
}

/** The model of a file, as a rule sees it. `settings` is what stands under the plugin's key. */
export function readFile(code: string, settings: object = {}): NestFile {
  const parsed = parser.parseForESLint(code, {
    comment: true,
    loc: true,
    range: true,
    tokens: true,
  });
  return modelOf(code, parsed, settings);
}

/** The model of a file as Babel reads it, which names no keys for some nodes. */
export function readBabelFile(code: string): NestFile {
  return modelOf(code, babel.parseForESLint(code, babelOptions), {});
}

/** The model of a file as ESLint's own parser reads it, which knows no decorators. */
export function readJavaScript(code: string): NestFile {
  const linter = new Linter();
  linter.verify(code, {});
  const sourceCode: unknown = linter.getSourceCode();
  if (!isSourceCode(sourceCode)) throw new TypeError('ESLint made no SourceCode of it');
  return NestFile.of(sourceCode, readSettings({}));
}

function modelOf(code: string, parsed: Parsed, settings: object): NestFile {
  const { ast, scopeManager, services, visitorKeys = {} } = parsed;
  const sourceCode: unknown = Reflect.construct(SourceCode, [
    { text: code, ast, scopeManager, parserServices: services, visitorKeys },
  ]);
  if (!isSourceCode(sourceCode)) throw new TypeError('ESLint made no SourceCode of it');
  linkParents(ast, visitorKeys);
  return NestFile.of(sourceCode, readSettings({ 'nestjs-gateway': settings }));
}

/** The one gateway of a file. */
export function readGateway(code: string, settings: object = {}): Gateway {
  const { gateways } = readFile(code, settings);
  const [gateway] = gateways;
  if (!gateway || gateways.length > 1) throw new Error(`${gateways.length} gateways, not one`);
  return gateway;
}

function isSourceCode(value: unknown): value is NestFile['sourceCode'] {
  return value instanceof SourceCode;
}

/** ESLint links parents as it traverses, before it calls a rule. */
function linkParents(
  node: object,
  visitorKeys: Readonly<Record<string, readonly string[] | undefined>>,
) {
  const type: unknown = Reflect.get(node, 'type');
  for (const key of visitorKeys[String(type)] ?? []) {
    const value: unknown = Reflect.get(node, key);
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child !== 'object' || child === null || !('type' in child)) continue;
      Reflect.set(child, 'parent', node);
      linkParents(child, visitorKeys);
    }
  }
}
