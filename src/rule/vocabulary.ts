import { readSettings } from '../gateway/settings.ts';

type AllSettings = Parameters<typeof readSettings>[0];

const vocabulary = new Set<string>();

/** Adds the words without which a rule has nothing to say. */
export function learn(words: readonly string[]): void {
  for (const word of words) vocabulary.add(word);
}

let read: { text: string; settings: AllSettings; words: ReadonlySet<string> } = {
  text: '',
  settings: {},
  words: new Set(),
};

/**
 * The words of the rules, and those that settings add, that a text holds. All rules ask for them of
 * one text after another, so the last answer is kept.
 */
export function wordsOf(text: string, settings: AllSettings): ReadonlySet<string> {
  if (read.text !== text || read.settings !== settings) {
    const all = [...vocabulary, ...readSettings(settings).words];
    read = { text, settings, words: new Set(all.filter((word) => text.includes(word))) };
  }
  return read.words;
}
