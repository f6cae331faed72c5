import type { Rating, RatingReceipt, RatingSummary } from '../model/rating.js';
import { allowedUrl, endpointUrl } from '../sinks/endpoints.js';
import { sendRating } from '../sinks/hub.js';
import type { Proof } from './proof.js';

interface Way {
  /** Empty or `hub` is a hub; every other comes on demand. */
  readonly system: string;
  readonly endpoint: string;
  readonly base: string;
}

/** Whether a rating goes to a system that is no hub: it takes ratings, asks for no proof, and gives no result. */
export const isForeign = (system: string): boolean => system !== '' && system !== 'hub';

/** The result of what gives none. */
export const noSummary: RatingSummary = { subject: '', n: 0, minimum: 0, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] };

/** Brings a rating to where the page says. Throws `SinkError`. */
export async function deliverRating({ system, endpoint, base }: Way, rating: Rating, proof: Proof, signal: AbortSignal): Promise<RatingReceipt> {
  if (isForeign(system)) return (await import('../sinks/systems.js')).sendRatingTo(system, allowedUrl(endpoint, base), rating, { signal });
  const hub = endpointUrl(endpoint, base);
  return proof.send(hub, (headers) => sendRating(hub, rating, { signal, headers }));
}
