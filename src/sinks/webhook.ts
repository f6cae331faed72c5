import type { IdeaDraft } from '../model/idea.js';
import type { Rating, RatingReceipt } from '../model/rating.js';
import { deliver } from './http.js';
import type { SendOptions } from './sink.js';

/** Sends `{ type: 'rating', rating }` to an address that takes JSON by POST; every answer of 2xx says that it arrived. */
export async function sendRating(address: URL, rating: Rating, options: SendOptions = {}): Promise<RatingReceipt> {
  await deliver(address, { ...options, method: 'POST', silent: true, body: { type: 'rating', rating } });
  return { id: rating.id, status: 'counted' };
}

/** The same with `{ type: 'idea', idea }`: sent again it has the same id. The author's secret is of no use there and stays here. */
export async function sendIdea(address: URL, draft: Omit<IdeaDraft, 'key'>, options: SendOptions = {}): Promise<void> {
  const { id, title, text, place, category, lang } = draft;
  const idea = { id, title, text, place, category, lang };
  await deliver(address, { ...options, method: 'POST', silent: true, body: { type: 'idea', idea } });
}
