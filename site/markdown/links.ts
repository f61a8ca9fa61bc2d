import { statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

import type { MarkdownRenderer } from 'vitepress';

/** The file that is read: where it stands on the site, and where in the repository. */
interface Environment {
  readonly path?: string;
  readonly realPath?: string;
}

/**
 * Points the links of the repository's Markdown, which lead to files, to the pages of the site, or
 * where there is no page to the repository.
 *
 * @param root - the folder of the repository
 * @param address - the address of its files, with `blob` for `:kind`
 */
export function repositoryLinks(md: MarkdownRenderer, root: string, address: string): void {
  md.core.ruler.push(
    'repository-links',
    ({ tokens, env }: { tokens: Token[]; env: Environment }) => {
      const file = env.realPath ?? env.path;
      // A title is read apart from its page.
      if (file === undefined) return;
      let folder = dirname(file);
      const enclosing: string[] = [];
      for (const token of tokens) {
        const included = INCLUDE.exec(token.content)?.groups;
        if (token.type === 'html_block' && included) {
          if (included['start'] === undefined) folder = enclosing.pop() ?? folder;
          else {
            enclosing.push(folder);
            folder = included['start'].trim();
          }
        }
        for (const link of token.children ?? []) {
          const href = link.type === 'link_open' ? link.attrGet('href') : null;
          if (href && /^[^/#:]+(?:[/#]|$)/.test(href)) link.attrSet('href', resolve(href, folder));
        }
      }
    },
  );

  function resolve(href: string, folder: string): string {
    const [path = '', hash] = href.split('#');
    const target = relative(root, normalize(join(folder, decodeURI(path))));
    const page = pageOf(target);
    const anchor = hash === undefined ? '' : `#${hash}`;
    if (page !== undefined) return page + anchor;
    const kind = statSync(join(root, target)).isDirectory() ? 'tree' : 'blob';
    return address.replace(':kind', kind) + target + anchor;
  }
}

const INCLUDE = /^<!-- @include-(?:start: (?<start>.*)|end) -->/;

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

/** The page that shows the file: those of `docs`, and those of the site itself. */
function pageOf(file: string): string | undefined {
  const page = /^(?:docs|site\/pages)\/(?<page>.+)\.md$/.exec(file)?.groups?.['page'];
  return page === undefined ? undefined : `/${page}`;
}
