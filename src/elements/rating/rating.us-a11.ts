import { outbox } from '../../i18n/en.outbox.js';
import { personal } from '../../i18n/en.personal.js';
import { rating } from '../../i18n/en.rating.js';
import { ratingOpened } from '../../i18n/en.rating-opened.js';
import { sending } from '../../i18n/en.sending.js';
import { messages } from '../../i18n/index.js';
import { usA11 as words } from '../../i18n/rating.us-a11.js';
import { usA11 } from '../../model/rating-us-a11.js';
import type { Asking } from './rating.asking.js';
import { thumb } from './rating.pictures.js';

const asking: Asking = { profile: usA11, picture: thumb, wording: (_, about) => words(about) };

/** Its words are English; elsewhere the element speaks English as a whole. */
export async function askingIn(language: string): Promise<Asking> {
  return language === 'en' ? asking : { ...asking, speech: { tag: 'en-US', say: await messages('en', { rating, sending, ratingOpened, personal, outbox }) } };
}
