import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';

import type { TestProject } from 'vitest/node';
import { serve } from 'vitepress';

const BROWSERS = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built site. */
    readonly site: string;
    /** The path of a Chromium, or nothing where there is none. */
    readonly chromium: string;
  }
}

/** Serves the built site, and looks for a browser to visit it with. */
export default async function setup({ provide }: TestProject) {
  const { server } = await serve({ root: 'site', port: 0 });
  const { port } = server.address() as AddressInfo;
  provide('site', `http://localhost:${port}/eslint-plugin-nestjs-gateway`);

  const chromium = BROWSERS.find((path) => path !== '' && existsSync(path)) ?? '';
  provide('chromium', chromium);
  return () => {
    server.close();
    if (chromium === '') {
      console.log('The site in a browser: not run. No Chromium was found; CHROMIUM may name one.');
    }
  };
}
