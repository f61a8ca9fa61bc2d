// @ts-check
/** Scaffolds a rule: `npm run new-rule no-such-thing`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const NAME = /^(?:no|require|prefer|consistent)(?:-[a-z\d]+)+$/;
const INDEX = 'src/rules/index.ts';

const [, , name = ''] = process.argv;
const constant = camelCase(name);

if (!NAME.test(name)) {
  refuse(
    `'${name}' is no name for a rule: use kebab-case, with no-, require-, prefer- or consistent- in front.`,
  );
} else {
  const files = {
    [`src/rules/${name}.ts`]: rule(),
    [`tests/rules/${name}.test.ts`]: test(),
    [`docs/rules/${name}.md`]: page(),
  };
  const taken = Object.keys(files).filter((path) => existsSync(path));
  if (taken.length > 0) {
    refuse(`There is a rule of that name: ${taken.join(', ')}.`);
  } else {
    for (const [path, text] of Object.entries(files)) writeFileSync(path, text);
    writeFileSync(INDEX, listed(readFileSync(INDEX, 'utf8')));
    console.log([...Object.keys(files), INDEX].join('\n'));
  }
}

/**
 * The index with the rule in its place.
 * @param {string} index
 */
function listed(index) {
  const lines = index.split('\n');
  insert(lines, /^import /, `import ${constant} from './${name}.ts';`);
  insert(lines, /^ {2}'/, `  '${name}': ${constant},`);
  return lines.join('\n');
}

/**
 * Puts a line into its place among the lines of its kind, which are sorted by the rule's name.
 * @param {string[]} lines
 * @param {RegExp} kind
 * @param {string} line
 */
function insert(lines, kind, line) {
  const first = lines.findIndex((other) => kind.test(other));
  const end = lines.findLastIndex((other) => kind.test(other)) + 1;
  const later = lines.slice(first, end).findIndex((other) => nameIn(other) > name);
  lines.splice(later === -1 ? end : first + later, 0, line);
}

/** @param {string} line */
function nameIn(line) {
  return /'(?:\.\/)?([a-z\d-]+)/.exec(line)?.[1] ?? '';
}

/** @param {string} kebab */
function camelCase(kebab) {
  return kebab.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/** @param {string} reason */
function refuse(reason) {
  console.error(reason);
  process.exitCode = 1;
}

function rule() {
  return `import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow what a gateway does wrong',
      recommended: 'strict',
    },
    messages: {
      wrong: 'This is what happens at run time; this is how to repair it.',
    },
  },
  check({ gateway, report }) {
    report({ node: gateway.head, messageId: 'wrong' });
  },
});
`;
}

function test() {
  return `import rule from '../../src/rules/${name}.ts';
import { RuleTester } from './rule-tester.ts';

new RuleTester().run('${name}', rule, {
  valid: [\`class NoGateway {}\`],
  invalid: [
    {
      code: \`
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        class ChatGateway {}
      \`,
      errors: [{ messageId: 'wrong' }],
    },
  ],
});
`;
}

function page() {
  return `What the rule is about, in a sentence or two.

## At run time

What a Nest server does, and on which majors.

\`\`\`ts incorrect
import { WebSocketGateway } from '@nestjs/websockets';

@WebSocketGateway()
export class ChatGateway {}
\`\`\`

\`\`\`ts correct
export class ChatGateway {}
\`\`\`

## When it stays silent

What the rule cannot know, and so does not report.

## When not to use it

Who should turn the rule off.
`;
}
