// @ts-check
/** Takes the picture that the README shows, `docs/assets/playground.png`, of the built site. */
import { chromium } from 'playwright-core';
import { serve } from 'vitepress';

const { server } = await serve({ root: 'site', port: 0 });
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 700 },
    deviceScaleFactor: 2,
  });
  await page.goto(`http://localhost:${port}/eslint-plugin-nestjs-gateway/playground`);
  await page.locator('.finding-list[aria-busy=false] .finding-item').first().waitFor();
  await page.locator('.editor').hover();
  await page.locator('.cm-lintRange', { hasText: 'verifyAsync' }).first().hover();
  await page.locator('.cm-tooltip').waitFor();
  await page.screenshot({ path: 'docs/assets/playground.png' });
} finally {
  await browser.close();
  server.close();
}
