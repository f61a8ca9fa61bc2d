import { readFileSync } from 'node:fs';

/** The first block of a page that is in this language and holds these words. */
export function block(page: string, language: string, words: string): string {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm);
  for (const [, tongue, text = ''] of blocks) {
    if (tongue === language && text.includes(words)) return text;
  }
  throw new Error(`${page} has no block of ${language} with ${words}.`);
}
