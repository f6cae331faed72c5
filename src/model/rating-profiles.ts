import type { RatingProfile } from './rating-profile.js';
import { simple } from './rating-simple.js';

/** The profiles that we know by name. Each is one small file, loaded when it is asked. */
export const profiles = {
  simple: async () => simple,
  'yes-no': async () => (await import('./rating-yes-no.js')).yesNo,
  thumbs: async () => (await import('./rating-thumbs.js')).thumbs,
  smileys: async () => (await import('./rating-smileys.js')).smileys,
  'it-agid': async () => (await import('./rating-it-agid.js')).itAgid,
  'us-a11': async () => (await import('./rating-us-a11.js')).usA11,
  'fr-jdma': async () => (await import('./rating-fr-jdma.js')).frJdma,
  'uk-service': async () => (await import('./rating-uk-service.js')).ukService,
} satisfies Readonly<Record<string, () => Promise<RatingProfile>>>;

export type ProfileName = keyof typeof profiles;
