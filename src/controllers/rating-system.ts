import type { RatingSummary } from '../model/rating.js';

/** Whether a rating goes to a system that is no hub: it takes ratings, asks for no proof, and gives no result. */
export const isForeign = (system: string): boolean => system !== '' && system !== 'hub';

/** The result of what gives none. */
export const noSummary: RatingSummary = { subject: '', n: 0, minimum: 0, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] };
