import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { ruleNames } from '../laws/corpus.ts';
import { describeInBrowser, WIDTHS } from './browser.ts';

const DIST = 'site/dist';
const BASE = '/eslint-plugin-nestjs-gateway/';

const html = new Map(
  readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => [
      file.replace(/(?:^index)?\.html$/, ''),
      readFileSync(join(DIST, file), 'utf8'),
    ]),
);

describe('the built site', () => {
  it('has the page of every rule and of every guide', () => {
    const pages = ['docs', 'docs/rules'].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => relative('docs', join(folder, file)).replace('.md', '')),
    );
    expect([...html.keys()]).toEqual(
      expect.arrayContaining([...pages, '', 'playground', 'getting-started', 'rules', '404']),
    );
    expect(pages.length).toBeGreaterThan(ruleNames.length);
  });

  it('links to headings that are there', () => {
    for (const [page, text] of html) {
      for (const [, href = ''] of text.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        if (!href.startsWith(BASE) && !href.startsWith('#')) continue;
        const [path = '', hash] = href.replace(BASE, '').split('#');
        const target = html.get(href.startsWith('#') ? page : path);
        if (path.startsWith('playground')) continue;
        const isThere = hash === undefined || target?.includes(`id="${decodeURIComponent(hash)}"`);
        expect.soft(target !== undefined && isThere, `${page} → ${href}`).toBe(true);
      }
    }
  });
});

const AXE = join(
  dirname(createRequire(import.meta.url).resolve('axe-core/package.json')),
  'axe.min.js',
);
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(async (values) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    return checker.run({ runOnly: { type: 'tag', values } });
  }, STANDARDS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

const visits = [...WIDTHS.map((width) => ({ width, dark: false })), { width: 1440, dark: true }];

describeInBrowser('a page', (open) => {
  it.each(visits)('can be read by everybody: $width px, dark: $dark', async (visit) => {
    const home = await open('/', visit);
    expect(await violations(home)).toEqual([]);

    const rule = await open('/rules/require-validation-pipe', visit);
    await rule.locator('.live mark[role=button]').first().click();
    expect(await violations(rule)).toEqual([]);

    const playground = await open('/playground', visit);
    await playground.locator('.finding-list[aria-busy=false]').waitFor({ state: 'attached' });
    expect(await violations(playground)).toEqual([]);
    for (const tab of ['Rules', 'Settings']) {
      await playground.getByRole('tab', { name: tab }).click();
      expect(await violations(playground)).toEqual([]);
    }
  });

  it.each([
    '/',
    '/rules',
    '/evidence',
    '/guideline',
    '/rules/no-throw-in-lifecycle-hook',
    '/playground',
  ])('%s is no wider than the screen of a phone', async (path) => {
    const page = await open(path, { width: 390 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('is found by what it says', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('validation pipe');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('require-validation-pipe')]),
    );
  });
});
