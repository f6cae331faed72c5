import type { IdeaDraft } from '../model/idea.js';
import type { Rating, RatingReceipt } from '../model/rating.js';
import { SinkError, type SendOptions } from './sink.js';

type SendIdea = (address: URL, draft: Omit<IdeaDraft, 'key'>, options: SendOptions) => Promise<void>;
type SendRating = (address: URL, rating: Rating, options: SendOptions) => Promise<RatingReceipt>;

/** The systems that take ideas from a page. */
const ideas: Readonly<Record<string, () => Promise<SendIdea>>> = {
  postgrest: () => import('./postgrest.js').then(({ sendIdea }) => sendIdea),
  webhook: () => import('./webhook.js').then(({ sendIdea }) => sendIdea),
};

/** The systems that take ratings from a page. */
const ratings: Readonly<Record<string, () => Promise<SendRating>>> = {
  touchpoints: () => import('./touchpoints.js').then(({ sendRating }) => sendRating),
  webhook: () => import('./webhook.js').then(({ sendRating }) => sendRating),
};

/** Sends an idea to a system that is no hub. `address` is one that `allowedUrl` let pass. Throws `SinkError`. */
export const sendIdeaTo = async (system: string, address: URL, draft: Omit<IdeaDraft, 'key'>, options: SendOptions = {}): Promise<void> =>
  (await known(ideas, system))(address, draft, options);

/** Sends a rating to a system that is no hub. `address` is one that `allowedUrl` let pass. Throws `SinkError`. */
export const sendRatingTo = async (system: string, address: URL, rating: Rating, options: SendOptions = {}): Promise<RatingReceipt> =>
  (await known(ratings, system))(address, rating, options);

function known<T>(table: Readonly<Record<string, () => Promise<T>>>, system: string): Promise<T> {
  const load = Object.hasOwn(table, system) ? table[system] : undefined;
  if (!load) throw new SinkError('not-allowed', `“${system}” takes nothing from a page. There are: ${Object.keys(table).join(', ')}.`);
  return load();
}
