// Scripts that put no blank between words, in which two neighbouring letters are about what three are elsewhere.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** What a word is known by: itself, and every three letters of it. */
export function marks(word: string): string[] {
  const letters = [...word];
  if (unspaced.test(word)) return [`=${word}`, ...neighbours(letters, 2)];
  // The shortest words, such as “at”, “de” and “و”, say least, so they weigh as one mark.
  return letters.length < 3 ? [`=${word}`] : [`=${word}`, ...neighbours([' ', ...letters, ' '], 3)];
}

function neighbours(letters: readonly string[], length: number): string[] {
  return Array.from({ length: Math.max(1, letters.length - length + 1) }, (_, start) => letters.slice(start, start + length).join(''));
}
