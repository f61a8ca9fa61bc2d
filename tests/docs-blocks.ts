import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a rule page that the page calls incorrect or correct. */
export interface DocsBlock {
  readonly kind: 'incorrect' | 'correct';
  /** What a proof calls the block by. */
  readonly name?: string;
  /** The file the block is linted as, and run as. */
  readonly file: string;
  readonly options?: unknown;
  readonly settings?: unknown;
  readonly code: string;
  /** The line of the opening fence; the first line of code is the next one. */
  readonly line: number;
}

const RULE_PAGES = join(import.meta.dirname, '../docs/rules');
const DEFAULT_FILE = 'chat.gateway.ts';
const OPENING_FENCE = /^(?<fence>`{3,})(?<info>.*)$/u;
const INFO = /^ts\s+(?<kind>incorrect|correct)(?<attributes>(?:\s.*)?)$/u;
const ATTRIBUTE = /\s+(?<key>\w+)=(?:'(?<quoted>[^']*)'|(?<bare>[^\s']+))/uy;

/** The incorrect and the correct blocks of `docs/rules/<rule>.md`, in the order of the page. */
export function readDocsBlocks(rule: string, pages: string = RULE_PAGES): DocsBlock[] {
  const page = join(pages, `${rule}.md`);
  return parseDocsBlocks(readFileSync(page, 'utf8'), page);
}

export function parseDocsBlocks(markdown: string, page: string): DocsBlock[] {
  const lines = markdown.split(/\r?\n/u);
  const blocks: DocsBlock[] = [];
  const names = new Set<string>();
  for (let index = 0; index < lines.length; index++) {
    const opening = OPENING_FENCE.exec(lines[index] ?? '')?.groups;
    if (opening === undefined) continue;
    const end = lines.indexOf(opening['fence'] ?? '', index + 1);
    const line = index + 1;
    if (end === -1) throw new Error(`${page}:${line} opens a block that nothing closes`);
    const code = lines.slice(index + 1, end).join('\n') + '\n';
    index = end;

    const info = INFO.exec(opening['info'] ?? '')?.groups;
    if (info === undefined) continue;
    const attributes = parseAttributes(info['attributes'] ?? '', `${page}:${line}`);
    if (attributes.name !== undefined) {
      if (names.has(attributes.name)) {
        throw new Error(`${page}:${line} gives the name '${attributes.name}' a second time`);
      }
      names.add(attributes.name);
    }
    const kind = info['kind'] === 'correct' ? 'correct' : 'incorrect';
    blocks.push({ kind, file: DEFAULT_FILE, ...attributes, code, line });
  }
  return blocks;
}

type Attributes = Partial<Pick<DocsBlock, 'name' | 'file' | 'options' | 'settings'>>;

function parseAttributes(text: string, where: string): Attributes {
  let name: string | undefined;
  let file: string | undefined;
  const json: { options?: unknown; settings?: unknown } = {};
  let position = 0;
  const rest = text.trimEnd();
  while (position < rest.length) {
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(rest);
    const key = match?.groups?.['key'] ?? '';
    const value = match?.groups?.['quoted'] ?? match?.groups?.['bare'] ?? '';
    if (key === 'name') name = value;
    else if (key === 'file') file = value;
    else if (key === 'options' || key === 'settings') json[key] = JSON.parse(value);
    else throw new Error(`${where} has an attribute nobody reads: ${rest.slice(position).trim()}`);
    position = ATTRIBUTE.lastIndex;
  }
  return {
    ...(name !== undefined && { name }),
    ...(file !== undefined && { file }),
    ...json,
  };
}
