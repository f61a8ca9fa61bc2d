import './process.ts';

import { expose } from 'comlink';

import { fixAll, lint } from './lint.ts';

const service = { lint, fixAll };

export type LintService = typeof service;

expose(service);
