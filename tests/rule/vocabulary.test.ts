import { expect, it } from 'vitest';

import { learn, wordsOf } from '../../src/rule/vocabulary.ts';

const NO_SETTINGS = {};
const heldIn = (text: string, settings = NO_SETTINGS) => [...wordsOf(text, settings)];

learn(['sphinx', 'griffin']);

it('keeps the learned words that a text holds', () => {
  expect(heldIn('a griffin')).toEqual(['griffin']);
  expect(heldIn('a sphinx and a griffin')).toEqual(['sphinx', 'griffin']);
  expect(heldIn('a horse')).toEqual([]);
});

it('keeps those that settings add', () => {
  const settings = {
    'nestjs-gateway': { modules: ['@acme/nest'], decorators: { gateway: ['AcmeGateway'] } },
  };
  expect(heldIn("@AcmeGateway() from '@acme/nest'", settings)).toEqual([
    '@acme/nest',
    'AcmeGateway',
  ]);
  expect(heldIn("@AcmeGateway() from '@acme/nest'")).toEqual([]);
});

it('looks at a text once, and again where the text or the settings are others', () => {
  const text = 'a griffin from @acme/nest';
  const settings = { 'nestjs-gateway': { modules: ['@acme/nest'] } };
  const first = wordsOf(text, settings);
  expect(wordsOf(text, settings)).toBe(first);
  expect(heldIn(text)).toEqual(['griffin']);
  expect(heldIn('a griffin', settings)).toEqual(['griffin']);
  expect(heldIn(text, settings)).toEqual(['griffin', '@acme/nest']);
});
