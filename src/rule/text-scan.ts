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
