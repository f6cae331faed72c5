import { ratingOpened } from '../../i18n/en.rating-opened.js';
import { messages } from '../../i18n/index.js';
import { frJdma as words } from '../../i18n/rating.fr-jdma.js';
import { frJdma } from '../../model/rating-fr-jdma.js';
import type { Asking } from './rating.asking.js';
import { face } from './rating.pictures.js';

/** Its words are French and English; elsewhere the element speaks French as a whole. */
export async function askingIn(language: string): Promise<Asking> {
  const asking: Asking = { profile: frJdma, picture: face, wording: () => words[language === 'en' ? 'en' : 'fr'] };
  if (language === 'en' || language === 'fr') return asking;
  return { ...asking, speech: { tag: 'fr', say: await messages('fr', { ratingOpened }) } };
}
