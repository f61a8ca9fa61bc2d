import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { readDocsBlocks } from '../../tests/docs-blocks.ts';
import type { State } from './state.ts';

/** Something to begin with. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly state: State;
}

declare const data: readonly Sample[];
export { data };

const ROOT = join(import.meta.dirname, '../..');
const CHAT = join(ROOT, 'examples/chat/before');
const PAGES = join(ROOT, 'docs/rules');

export default {
  watch: [join(CHAT, '*.ts'), join(PAGES, '*.md')],
  /** The files of the chat as it was before it was linted, and the first block of each rule's page. */
  load(): readonly Sample[] {
    return [...chat(), ...pages()];
  },
};

function chat(): Sample[] {
  return readdirSync(CHAT)
    .filter((file) => /gateway|guard|filter|main/.test(file))
    .map((file) => ({
      id: `chat/${file}`,
      title: file,
      group: 'A chat, before it was linted',
      state: {
        code: readFileSync(join(CHAT, file), 'utf8'),
        file,
        preset: 'recommended',
        changes: {},
        settings: {},
      },
    }));
}

function pages(): Sample[] {
  return readdirSync(PAGES).flatMap((page) => {
    const rule = basename(page, '.md');
    const block = readDocsBlocks(rule).find(({ kind }) => kind === 'incorrect');
    if (!block) return [];
    const { code, file, options = true, settings = {} } = block;
    return {
      id: rule,
      title: rule,
      group: 'Rules, one by one',
      state: {
        code,
        file,
        preset: 'none',
        changes: { [rule]: options as true | object },
        settings: settings as object,
      },
    };
  });
}
