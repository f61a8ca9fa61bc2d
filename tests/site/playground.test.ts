import { gzipSync } from 'node:zlib';

import type { Page, Response } from 'playwright-core';
import { expect, inject, it } from 'vitest';

import rules from '../../site/playground/rules.data.ts';
import samples from '../../site/playground/samples.data.ts';
import { encode, rulesOf, type State } from '../../site/playground/state.ts';
import { fixAll, lint, type Enabled } from '../laws/lint.ts';
import { describeInBrowser } from './browser.ts';

const LIMIT = 400_000;
const infos = rules.load();
const all = samples.load();
const [{ state: chat } = { state: undefined as never }] = all.filter(
  ({ id }) => id === 'chat/chat.gateway.ts',
);

/** What ESLint finds in the state, with the parser of typescript-eslint. */
function expected(state: State): string[] {
  const { code, file, settings } = state;
  return lint({ code, file, settings }, enabled(state)).map(
    ({ line, column, message, ruleId }) =>
      `${line}:${column} ${message} ${ruleId?.replace('nestjs-gateway/', '')}`,
  );
}

function enabled(state: State): Enabled {
  const entries = Object.entries(rulesOf(state, infos)).map(([name, options]) => [
    name,
    options === true ? 'error' : ['error', options],
  ]);
  return Object.fromEntries(entries);
}

/** What the page lists, when its linter is done; right behind a change it may not have begun. */
async function listed(page: Page): Promise<string[]> {
  await page.locator('.finding-list[aria-busy=false]').waitFor({ state: 'attached' });
  return page
    .locator('.finding-item')
    .evaluateAll((items) =>
      items.map((item) =>
        ['.finding-place', '.finding-message', '.finding-rule']
          .map((part) => item.querySelector(part)?.lastChild?.textContent?.trim())
          .join(' '),
      ),
    );
}

async function edit(page: Page) {
  await page.locator('.editor').hover();
  await page.locator('.cm-content').click();
}

async function code(page: Page): Promise<string> {
  const held = await page.evaluate(() => location.hash.slice(1));
  const { decode } = await import('../../site/playground/state.ts');
  return decode(held)?.code ?? '';
}

describeInBrowser('the playground', (open) => {
  it('loads at most 400 KB before anything is typed', async () => {
    const sizes: Promise<number>[] = [];
    const size = async (response: Response) => gzipSync(await response.body()).length;
    const page = await open('/playground', {
      prepare: (page) => page.on('response', (response) => sizes.push(size(response))),
    });
    expect(await listed(page)).not.toEqual([]);
    await page.waitForLoadState('networkidle');
    const transferred = (await Promise.all(sizes)).reduce((sum, size) => sum + size);
    console.log(`The playground transfers ${transferred} bytes before anything is typed.`);
    expect(transferred).toBeGreaterThan(100_000);
    expect(transferred).toBeLessThanOrEqual(LIMIT);
  });

  it('finds in each sample what ESLint finds', async () => {
    const page = await open('/playground');
    for (const { id, state } of all) {
      await page.getByLabel('Sample').selectOption(id);
      expect.soft(await listed(page), id).toEqual(expected(state));
    }
  });

  it('lints what is typed, and underlines it', async () => {
    const page = await open('/playground');
    await page.getByLabel('Sample').selectOption('no-any-message-body');
    await edit(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type("import { WebSocketGateway } from '@nestjs/websockets';\n");
    await page.keyboard.type('@WebSocketGateway({ cors: true })\nclass A {}');
    await page.getByLabel('Preset').selectOption('recommended');
    expect((await listed(page)).join()).toContain('require-gateway-cors-from-env');
    expect(await page.locator('.cm-lintRange').count()).toBeGreaterThan(0);
  });

  it('makes a fix, a suggestion, and all fixes, and takes them back', async () => {
    const page = await open('/playground');
    const before = await listed(page);

    await page.getByRole('button', { name: 'Fix', exact: true }).first().click();
    await expect.poll(async () => (await listed(page)).length).toBe(before.length - 1);

    await page.getByRole('button', { name: 'Catch it and disconnect the client.' }).click();
    await expect
      .poll(async () => (await listed(page)).join())
      .not.toContain('leaves handleConnection ends the process');

    await page.getByLabel('Sample').selectOption('chat/chat.gateway.ts');
    await listed(page);
    await page.getByRole('button', { name: 'Fix all' }).click();
    await expect.poll(() => code(page)).toBe(fixAll(chat, enabled(chat)).code);
    await expect.poll(() => page.getByRole('button', { name: 'Fix all' }).isDisabled()).toBe(true);

    await edit(page);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => listed(page)).toEqual(before);
  });

  it('shows the message at the code, with what repairs it', async () => {
    const page = await open('/playground');
    await listed(page);
    await page.locator('.editor').hover();
    await page.locator('.cm-lintRange', { hasText: 'BadRequestException' }).hover();
    const tooltip = page.locator('.cm-tooltip');
    await tooltip.getByRole('button', { name: 'Fix' }).click();
    await expect.poll(() => code(page)).toContain('throw new WsException');
  });

  it('turns rules on and off, gives them options, and the plugin settings', async () => {
    const page = await open('/playground');
    await page.getByLabel('Sample').selectOption('require-validation-pipe');
    await expect.poll(() => listed(page)).toHaveLength(1);

    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('globalEnhancers').fill('pipes');
    await page.getByLabel('globalEnhancers').press('Enter');
    await page.getByRole('tab', { name: /Findings/ }).click();
    await expect.poll(() => listed(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('globalEnhancers').fill('filters');
    await page.getByLabel('globalEnhancers').press('Enter');
    await page.getByRole('tab', { name: /Findings/ }).click();
    expect(await page.getByRole('alert').textContent()).toContain("takes 'pipes' and 'guards'");

    await page.getByLabel('Sample').selectOption('require-gateway-namespace');
    await expect.poll(() => listed(page)).toHaveLength(1);
    await page.getByRole('tab', { name: 'Rules' }).click();
    await page.getByLabel('Filter rules').fill('namespace');
    await page.getByRole('checkbox', { name: /^require-gateway-namespace/ }).uncheck();
    await page.getByRole('tab', { name: /Findings/ }).click();
    await expect.poll(() => listed(page)).toEqual([]);
  });

  it('opens what a link holds, and the same link holds what was made of it', async () => {
    const shared: State = {
      ...chat,
      preset: 'strict',
      changes: { 'require-room-prefix': false, 'require-gateway-namespace': { pattern: '^/' } },
      settings: { platform: 'socket.io', globalEnhancers: ['guards'] },
    };
    const page = await open(`/playground#${encode(shared)}`);
    expect(await listed(page)).toEqual(expected(shared));

    await page.getByRole('button', { name: 'Fix', exact: true }).first().click();
    await expect.poll(async () => (await listed(page)).length).toBe(expected(shared).length - 1);
    const found = await listed(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const again = await open(link.replace(inject('site'), ''));
    expect(await listed(again)).toEqual(found);
  });

  it('opens the sample for a link that is broken, and says so', async () => {
    const page = await open(`/playground#${encode(chat).slice(3, 90)}`);
    expect(await listed(page)).toEqual(expected(chat));
    expect(await page.getByRole('alert').textContent()).toContain('This link is broken');
  });

  it('says what is wrong with options that a rule does not take', async () => {
    const changes = { 'require-room-prefix': { pattern: 1 } };
    const page = await open(`/playground#${encode({ ...chat, changes })}`);
    await listed(page);
    const refusal = await page.getByRole('alert').textContent();
    expect(refusal).toContain('refuses these options or settings');
    expect(refusal).toContain('nestjs-gateway/require-room-prefix');
  });

  it('shows where the code does not parse, and keeps the findings, greyed', async () => {
    const page = await open('/playground');
    const before = await listed(page);
    await edit(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('class {');
    await page.locator('.finding-list.stale').waitFor();
    expect(await listed(page)).toEqual(before);
    expect(await page.getByRole('alert').textContent()).toContain('This does not parse');
    expect(await page.locator('.cm-lintRange-error').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Fix', exact: true }).first().isDisabled()).toBe(
      true,
    );

    for (const _ of 'class {') await page.keyboard.press('Backspace');
    await page.locator('.finding-list:not(.stale)').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('puts the cursor where a finger taps', async () => {
    const page = await open('/playground', { width: 390 });
    await listed(page);
    await page.locator('.editor mark').first().tap();
    await expect.poll(() => page.locator('.cm-activeLine').textContent()).toContain("origin: '*'");
    await page.locator('.finding-item.current').waitFor();
  });

  it('is used by the keyboard alone', async () => {
    const page = await open('/playground');
    await listed(page);
    await page.getByRole('textbox', { name: 'The code of a gateway' }).focus();
    await page.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('F8');
    await page.locator('.finding-item.current').waitFor();

    // Tab leaves the editor, for the tabs and the list.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Findings');
    const place = page.getByRole('button', { name: '57:18, go to the code' }).first();
    await place.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.cm-activeLine').textContent())
      .toContain('this.jwt.verifyAsync');
  });
});
