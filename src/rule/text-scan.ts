import { readSettings } from '../gateway/settings.ts';

type AllSettings = Parameters<typeof readSettings>[0];

const vocabulary = new Set<string>();

/** Adds the words without which a rule has nothing to say. */
export function learn(words: readonly string[]): void {
  for (const word of words) vocabulary.add(word);
}

let asked: { text: string; settings: AllSettings; isSilent: boolean } | undefined;

/**
 * Whether no rule has anything to say about a text: it holds none of their words, and none of those
 * that settings add. All rules ask it of one text after another, so the last answer is kept.
 */
export function isSilent(text: string, settings: AllSettings): boolean {
  if (asked?.text !== text || asked.settings !== settings) {
    const words = [...vocabulary, ...readSettings(settings).words];
    asked = { text, settings, isSilent: !words.some((word) => text.includes(word)) };
  }
  return asked.isSilent;
}

let scanned: { text: string; answers: Map<readonly string[], boolean> } = {
  text: '',
  answers: new Map(),
};

/**
 * Whether a text holds one of some words. The rules look for the same few lists of words in one file
 * after another, so what was found in the text at hand is kept until another text comes.
 */
export function holdsOne(text: string, words: readonly string[]): boolean {
  if (scanned.text !== text) scanned = { text, answers: new Map() };
  let answer = scanned.answers.get(words);
  if (answer === undefined) {
    answer = words.some((word) => text.includes(word));
    scanned.answers.set(words, answer);
  }
  return answer;
}
