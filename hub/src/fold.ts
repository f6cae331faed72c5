// Letters that no decomposition of Unicode takes apart, though people type them as their plain neighbours.
const plain: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h', ς: 'σ', ى: 'ي', ة: 'ه', ё: 'е' };

// The accents of Latin, Greek and Cyrillic, the vowel signs of Hebrew and Arabic, and Arabic's stretching; the signs of other scripts are letters of their own.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]|\u0640/g;

/** The words of a text in any language, in lower case and without accents. */
export function words(text: string): string[] {
  const folded = text.normalize('NFKD').replace(marks, '').toLowerCase().replace(marks, '').normalize('NFC')
    .replace(/[ßøđðłæœıþħςىةё]/g, (letter) => plain[letter]!);
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The words with one blank between them, which is what searches look through: the same on every database. */
export function foldedText(...texts: readonly string[]): string {
  return words(texts.join(' ')).join(' ');
}
