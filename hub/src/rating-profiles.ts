import { profiles } from '../../src/model/rating-profiles.js';
import { scored, type RatingProfile } from '../../src/model/rating-profile.js';
import type { Intention, Rating } from '../../src/model/rating.js';

/** The profiles whose rules the hub knows: those of the elements, by the same files. */
export const knownProfiles: ReadonlyMap<string, RatingProfile> = new Map(
  await Promise.all(Object.entries(profiles).map(async ([name, load]) => [name, await load()] as const)),
);

/** What a score means: by the profile where it is known, otherwise as the sender says. */
export function intentionOf({ profile, score, intention }: Pick<Rating, 'profile' | 'score' | 'intention'>): Intention | undefined {
  const known = knownProfiles.get(profile);
  return known ? scored(known, score.value)?.intention : intention;
}
