import type { Rating, RatingReceipt } from '../model/rating.js';
import { allowedUrl, endpointUrl } from '../sinks/endpoints.js';
import { sendRating } from '../sinks/hub.js';
import type { Proof } from './proof.js';
import { isForeign } from './rating-system.js';

interface Way {
  /** Empty or `hub` is a hub; every other comes on demand. */
  readonly system: string;
  readonly endpoint: string;
  readonly base: string;
}

/** Brings a rating to where the page says. Throws `SinkError`. */
export async function deliverRating({ system, endpoint, base }: Way, rating: Rating, proof: Proof, signal: AbortSignal): Promise<RatingReceipt> {
  if (isForeign(system)) return (await import('../sinks/systems.js')).sendRatingTo(system, allowedUrl(endpoint, base), rating, { signal });
  const hub = endpointUrl(endpoint, base);
  return proof.send(hub, (headers) => sendRating(hub, rating, { signal, headers }));
}
