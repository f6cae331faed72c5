import type { Language } from '../../controllers/language.js';
import type { HubInfo } from '../../model/hub.js';
import type { Idea } from '../../model/idea.js';

/** What a category is called in the page's language, else in its main language, else in English; systems that are no hubs may name it in the idea itself. */
export function categoryWords(code: string | undefined, info: HubInfo | undefined, { tag }: Language): string | undefined {
  const label = info?.ideas.categories.find((each) => each.code === code)?.label;
  return label ? (label[tag] ?? label[tag.split('-')[0] ?? ''] ?? label['en'] ?? code) : info?.platform && code;
}

const longest = 220;

/** An answer up to this length fits into the lines that a closed card gives it. */
const answerFits = 120;

/** Whether a closed card keeps something back. */
export function hasMore({ text, answer, commitments = [], place, history = [] }: Idea): boolean {
  return text.length > longest || (answer?.text.length ?? 0) > answerFits || commitments.length > 0 || place?.lat !== undefined || history.length > 1;
}

/** The beginning of a text up to the end of a word, with dots where more follows. */
export function excerpt(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.replace(/\s+/g, ' ').slice(0, longest);
  // Languages without spaces are cut where they are.
  const word = cut.lastIndexOf(' ');
  return `${(word > longest / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
