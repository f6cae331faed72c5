import { messages } from '../../i18n/index.js';
import { sending } from '../../i18n/en.sending.js';
import { outbox } from '../../i18n/en.outbox.js';
import { personal } from '../../i18n/en.personal.js';
import { rating } from '../../i18n/en.rating.js';
import { ratingOpened } from '../../i18n/en.rating-opened.js';
import { ukService as words } from '../../i18n/rating.uk-service.js';
import { ukService } from '../../model/rating-uk-service.js';
import type { Asking } from './rating.asking.js';

const asking: Asking = { profile: ukService, list: true, wording: () => words };

/** Its words are English; elsewhere the element speaks English as a whole. */
export async function askingIn(language: string): Promise<Asking> {
  return language === 'en' ? asking : { ...asking, speech: { tag: 'en-GB', say: await messages('en', { rating, sending, ratingOpened, personal, outbox }) } };
}
