import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import gateway from 'eslint-plugin-nestjs-gateway';
import { defineConfig } from 'vitepress';

import { eslintInBrowser } from '../bundle/eslint-in-browser.ts';
import { repositoryLinks } from '../markdown/links.ts';
import { liveBlocks } from '../markdown/live-blocks.ts';
import { ruleFacts } from '../markdown/rule-facts.ts';

const SITE = join(import.meta.dirname, '..');
const ROOT = join(SITE, '..');
/** Where GitHub Pages puts it. */
const BASE = '/eslint-plugin-nestjs-gateway/';
const GITHUB = 'https://github.com/nestjs-gateway/eslint-plugin-nestjs-gateway';

const rules = Object.entries(gateway.rules).map(([name, { meta }]) => ({
  name,
  recommended: meta.docs.recommended === 'recommended',
}));

const ruleLinks = (recommended: boolean) =>
  rules
    .filter((rule) => rule.recommended === recommended)
    .map(({ name }) => ({ text: name, link: `/rules/${name}` }));

export default defineConfig({
  title: 'nestjs-gateway',
  titleTemplate: ':title · eslint-plugin-nestjs-gateway',
  description: 'ESLint rules that tell what a NestJS WebSocket gateway will do wrong at run time',
  lang: 'en',
  base: BASE,
  cleanUrls: true,
  // The pages are those of `docs`, as they are; what only the site has is in `site/pages`.
  srcDir: ROOT,
  srcExclude: others(),
  rewrites: { 'docs/:page*': ':page*', 'site/pages/:page*': ':page*' },
  outDir: join(SITE, 'dist'),
  cacheDir: join(SITE, 'node_modules/.vitepress'),
  head: [
    ['link', { rel: 'icon', href: `${BASE}mark.svg`, type: 'image/svg+xml' }],
    ['meta', { name: 'theme-color', content: '#c2255c' }],
  ],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-default' },
    config(md) {
      repositoryLinks(md, ROOT, `${GITHUB}/:kind/main/`);
      liveBlocks(md);
      ruleFacts(md);
    },
  },
  vite: {
    publicDir: join(SITE, 'public'),
    worker: { format: 'es', plugins: () => [eslintInBrowser()] },
    server: { fs: { allow: [ROOT] } },
  },
  themeConfig: {
    logo: '/mark.svg',
    siteTitle: 'nestjs-gateway',
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: GITHUB }],
    editLink: { pattern: `${GITHUB}/edit/main/:path`, text: 'Mend this page' },
    outline: { level: [2, 3] },
    externalLinkIcon: false,
    nav: [
      {
        text: 'Guide',
        link: '/getting-started',
        activeMatch: '^/(getting|guideline|editors|ci|oxlint|large|typescript)',
      },
      { text: 'Rules', link: '/rules', activeMatch: '^/rules' },
      { text: 'Evidence', link: '/evidence' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: [
      {
        text: 'Guide',
        items: [
          { text: 'Getting started', link: '/getting-started' },
          { text: 'The guideline', link: '/guideline' },
          { text: 'Editors', link: '/editors' },
          { text: 'CI', link: '/ci' },
          { text: 'Oxlint', link: '/oxlint' },
          { text: 'TypeScript 7', link: '/typescript-7' },
          { text: 'Large repositories', link: '/large-repositories' },
          { text: 'Evidence', link: '/evidence' },
        ],
      },
      { text: 'Rules', items: [{ text: 'All rules', link: '/rules' }] },
      { text: 'Recommended', collapsed: false, items: ruleLinks(true) },
      { text: 'Strict', collapsed: false, items: ruleLinks(false) },
    ],
  },
});

/** The folders and files of the repository that hold no page. */
function others(): string[] {
  const besides = (folder: string, pages: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== pages)
      .map((entry) => (entry.isDirectory() ? `${entry.name}/**` : entry.name));
  return [
    ...besides(ROOT, 'docs').filter((path) => path !== 'site/**'),
    ...besides(SITE, 'pages').map((path) => `site/${path}`),
  ];
}
