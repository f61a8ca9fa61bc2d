import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';

/** A phone and a desk. */
export const WIDTHS = [390, 1440] as const;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Visit {
  readonly width?: number;
  readonly dark?: boolean;
  /** What to do with the page before it goes anywhere. */
  prepare?(page: Page): unknown;
}

type Open = (path: string, visit?: Visit) => Promise<Page>;

/** Goes to a page of the site, and waits until its script runs. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(inject('site') + path);
  await page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
}

/**
 * Tests that open pages of the site. Nothing that a page writes to its console, throws or fails to
 * load is forgiven. Without a browser they are not run.
 */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  describe.skipIf(inject('chromium') === '')(name, () => {
    let browser: Browser;
    const troubles: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: inject('chromium'), args: FLAGS });
    });
    afterAll(() => browser.close());
    afterEach(async () => {
      expect(troubles.splice(0)).toEqual([]);
      for (const context of browser.contexts()) await context.close();
    });

    tests(async (path, { width = 1440, dark = false, prepare } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        hasTouch: width < 768,
        colorScheme: dark ? 'dark' : 'light',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (/error|warning/.test(message.type())) troubles.push(message.text());
      });
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('requestfailed', (request) => {
        // What was fetched in advance, when the page was left.
        if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
        troubles.push(`Not loaded: ${request.url()}`);
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!/^(?:blob|data):/.test(url) && !url.startsWith(inject('site'))) {
          troubles.push(`Left the site: ${url}`);
        }
      });
      prepare?.(page);
      await go(page, path);
      return page;
    });
  });
}
