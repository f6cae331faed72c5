import type { Rating, RatingReceipt } from '../model/rating.js';
import { deliver } from './http.js';
import type { SendOptions } from './sink.js';

/**
 * Sends a rating to a form of Touchpoints (GSA), whose address is `…/touchpoints/ID` with or without what follows. The
 * form is one of A-11's: the score is `answer_01`, codes of reasons are `answer_02` where it is good and `answer_03` where not,
 * and the comment is `answer_04`. Of the page only host and path are told, never the query. 422 is a `SinkError` that says what Touchpoints says.
 */
export async function sendRating(address: URL, rating: Rating, options: SendOptions = {}): Promise<RatingReceipt> {
  const form = new URL(address);
  form.pathname = form.pathname.replace(/^(.*\/touchpoints\/[^/.]+).*$/, '$1/submissions.json');
  form.search = '';
  const { value, min, max } = rating.score;
  const isGood = value > (min + max) / 2;
  const reasons = (rating.reasons ?? []).join(',');
  const page = new URL(rating.subject.url);
  const submission = {
    answer_01: String(value),
    answer_02: isGood ? reasons : '',
    answer_03: isGood ? '' : reasons,
    answer_04: rating.comment ?? '',
    referer: '',
    hostname: page.hostname,
    page: page.pathname,
    query_string: '',
    location_code: null,
    // Whoever fills this in is taken for a machine.
    fba_directive: '',
    language: rating.lang ?? 'en',
  };
  await deliver(form, { ...options, method: 'POST', silent: true, body: { submission } });
  return { id: rating.id, status: 'counted' };
}
