let scanned: { text: string; words: Map<string, boolean> } = { text: '', words: new Map() };

/**
 * Whether a text holds a word. The rules look for the same few words in one file after another, so
 * what was found in the text at hand is kept until another text comes.
 */
export function holds(text: string, word: string): boolean {
  if (scanned.text !== text) scanned = { text, words: new Map() };
  let answer = scanned.words.get(word);
  if (answer === undefined) {
    answer = text.includes(word);
    scanned.words.set(word, answer);
  }
  return answer;
}
