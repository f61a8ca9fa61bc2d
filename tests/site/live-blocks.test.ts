import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';

import { ruleNames, samplesOf } from '../laws/corpus.ts';
import { lint, ownRule } from '../laws/lint.ts';
import { describeInBrowser, go, WIDTHS } from './browser.ts';

const PAGE = '/rules/no-http-in-gateway';
const SUGGESTING = '/rules/no-throw-in-lifecycle-hook';

function findings(block: Locator): Locator {
  return block.locator('mark[role=button]');
}

function count(length: number): string {
  return length === 0 ? 'No findings' : length === 1 ? '1 finding' : `${length} findings`;
}

describeInBrowser('a live block', (open) => {
  it('shows what the rule finds, on the page of each', async () => {
    const page = await open('/');
    for (const rule of ruleNames) {
      await go(page, `/rules/${rule}`);
      const shown = await page.locator('.live').evaluateAll((blocks) =>
        blocks.map((block) => ({
          kind: block.querySelector('.live-kind')?.textContent,
          code: block.querySelector('.live-code')?.textContent?.trim(),
          status: block.querySelector('.live-status')?.textContent,
        })),
      );
      const expected = samplesOf(rule).map((sample) => ({
        kind: sample.kind,
        code: sample.code.trim(),
        status: count(lint(sample, ownRule(sample)).length),
      }));
      expect.soft(shown, rule).toEqual(expected);
    }
  });

  it('shows the message when the pointer is on it, and hides it when it is gone', async () => {
    const page = await open(SUGGESTING);
    const block = page.locator('.live').first();
    await findings(block).first().hover();
    const card = block.getByRole('dialog');
    await card.waitFor();
    expect(await card.textContent()).toContain('A throw in handleConnection ends the process.');
    await page.getByRole('heading', { level: 1 }).hover();
    await card.waitFor({ state: 'hidden' });
  });

  it('makes a fix and takes it back', async () => {
    const page = await open(PAGE);
    const blocks = page.locator('.live.incorrect');
    const texts = await blocks.locator('.live-code').allTextContents();
    const block = blocks.nth(texts.findIndex((text) => text.includes('@Req() client')));
    const before = await block.locator('.live-code').textContent();
    await findings(block).first().click();
    await block.getByRole('dialog').getByRole('button', { name: 'Fix' }).first().click();
    await expect
      .poll(() => block.locator('.live-code').textContent())
      .toContain('@ConnectedSocket() client');
    await block.getByRole('button', { name: 'Reset' }).click();
    expect(await block.locator('.live-code').textContent()).toBe(before);
  });

  it('makes a suggestion, and lints what comes of it', async () => {
    const page = await open(SUGGESTING);
    const block = page.locator('.live').first();
    await findings(block).first().click();
    await block.getByRole('button', { name: 'Disconnect the client and return.' }).click();
    await expect.poll(() => block.locator('.live-status').textContent()).toBe('No findings');
    expect(await block.locator('.live-code').textContent()).toContain('client.disconnect();');
  });

  it('is opened in the playground as it stands', async () => {
    const page = await open(SUGGESTING);
    const block = page.locator('.live').first();
    await block.getByRole('link', { name: 'Open in playground' }).click();
    await page.locator('.finding-list[aria-busy=false]').waitFor({ state: 'attached' });
    expect(await page.locator('.finding-rule').allTextContents()).toEqual([
      'no-throw-in-lifecycle-hook',
    ]);
  });

  it('is used by the keyboard alone', async () => {
    const page = await open(SUGGESTING);
    const block = page.locator('.live').first();
    await block.locator('.live-code').focus();
    await page.keyboard.press('Tab');
    const card = block.getByRole('dialog');
    await card.waitFor();
    const hasFocus = () => card.evaluate((element) => element === document.activeElement);
    await page.keyboard.press('Enter');
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MARK');

    await page.keyboard.press('Enter');
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => block.locator('.live-status').textContent()).toBe('No findings');
  });

  it.each(WIDTHS)('opens its card within a page %i pixels wide', async (width) => {
    const page = await open('/rules/require-validation-pipe', { width });
    const mark = page.locator('.live mark[role=button]').first();
    await (width < 768 ? mark.tap() : mark.click());
    const box = await page.locator('.live-card:visible').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  });
});
