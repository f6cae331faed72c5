const link = /https?:\/\/|\bwww\.\p{L}/giu;
/** Characters without a blank that no word has; addresses of pages are taken out before. */
const endless = /[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{60,}/u;
const most = 2;

/** Whether texts that belong together look like a machine's: many links, no words, the same again and again. */
export function looksMade(texts: readonly string[]): boolean {
  const said = texts.map((text) => text.trim()).filter(Boolean);
  const links = said.reduce((sum, text) => sum + (text.match(link)?.length ?? 0), 0);
  return links > most
    || said.some((text) => endless.test(text.replace(/https?:\/\/\S+/g, ' ')))
    || new Set(said.map((text) => text.toLowerCase())).size < said.length
    || said.some((text) => repeats(text));
}

/** One word, or one line, over and over. */
function repeats(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  return words.length >= 8 && new Set(words).size <= words.length / 6;
}
