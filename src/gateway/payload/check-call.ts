import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, receiver } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { isGlobal, isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

/** Libraries whose every function checks what it is handed. */
const CHECKING_MODULE =
  /^(?:ajv|arktype|class-validator|io-ts|joi|runtypes|superstruct|typebox|typia|valibot|validator|yup|zod|@hapi\/joi|@sinclair\/typebox)(?:\/|$)/;

/** Modules whose `parse` reads a format, and whose `assert` and `isX` know nothing of schemas. */
const FORMAT_MODULE =
  /^(?:node:.*|assert|cookie|flatted|json5|ms|path|qs|querystring|superjson|url|util|yaml)(?:\/|$)/;

/** Methods of schemas that check what they are handed. */
const PARSING = new Set(['parse', 'parseAsync', 'safeParse', 'safeParseAsync']);

/** Globals whose `parse` reads a format as well. */
const NATIVE = new Set(['Date', 'JSON', 'URL']);

/** Functions that make an instance of a DTO from a plain object. */
const INSTANTIATES = new Set(['plainToInstance', 'plainToClass', 'plainToClassFromExist']);

/** Globals whose result is what they were handed, in another form. */
const CONVERTS = new Set(
  'Array BigInt Boolean JSON Number Object String parseFloat parseInt structuredClone'.split(' '),
);

/**
 * Whether a call checks what it is handed: a function of a schema library or of class-validator,
 * `x.parse()` and `x.safeParse()`, any `validate…()`, an imported `is…()` or `assert…()`,
 * `Array.isArray()` and its kind, the `test()` of a regular expression. A question to a service
 * (`this.rooms.isMember(id)`) is none, nor is `JSON.parse()`.
 */
export function isCheck(call: TSESTree.CallExpression, file: NestFile): boolean {
  const module = moduleOf(call.callee, file);
  if (isNamed(module, CHECKING_MODULE)) return true;
  const name = calleeName(call);
  if (isNamed(name, /^(?:validate|isValid)/)) return true;
  const object = receiver(call);
  const reads = isNamed(module, FORMAT_MODULE);
  if (isNamed(name, PARSING)) return !reads && !isGlobalNamed(object, NATIVE, file);
  if (isNamed(name, /^(?:is|assert)[A-Z]|^asserts?$/)) {
    if (reads) return false;
    if (object === undefined) return module !== undefined || isGlobal(call.callee, file);
    return module !== undefined || (isGlobal(object, file) && name !== 'assert');
  }
  const pattern = name === 'test' && object ? file.resolve(object) : undefined;
  return pattern?.type === 'Literal' && 'regex' in pattern;
}

/**
 * Whether a call hands back what it is handed, as an instance or in another form, so that a check
 * of the one is a check of the other.
 */
export function isConversion(call: TSESTree.CallExpression, file: NestFile): boolean {
  if (isNamed(calleeName(call), INSTANTIATES)) return true;
  const target = receiver(call) ?? skipWrappers(call.callee);
  return isGlobalNamed(target, CONVERTS, file);
}

/**
 * The module that a function comes from: that of `z` for `z.object({}).parse`, and for `Join.parse`
 * where `const Join = z.object({})`. Undefined where the file does not say.
 */
export function moduleOf(callee: TSESTree.Node, file: NestFile): string | undefined {
  let node = callee;
  for (let depth = 0; depth < 8; depth++) {
    const start = startOf(node);
    const imported = file.bindings.importOf(start);
    if (imported) return imported.module;
    node = file.resolve(start);
    if (node === start) return undefined;
  }
  return undefined;
}

/** The expression that a chain of members and calls begins with. */
function startOf(node: TSESTree.Node): TSESTree.Node {
  for (let current = skipWrappers(node); ;) {
    if (current.type === 'MemberExpression') current = skipWrappers(current.object);
    else if (current.type === 'CallExpression' || current.type === 'NewExpression') {
      current = skipWrappers(current.callee);
    } else return current;
  }
}
