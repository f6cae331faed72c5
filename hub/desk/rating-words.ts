import { rating } from '../../src/i18n/en.rating.js';
import { ratingOpened } from '../../src/i18n/en.rating-opened.js';
import { messages, type Messages } from '../../src/i18n/index.js';
import { frJdma } from '../../src/i18n/rating.fr-jdma.js';
import { itAgid } from '../../src/i18n/rating.it-agid.js';
import { simple } from '../../src/i18n/rating.simple.js';
import { smileys } from '../../src/i18n/rating.smileys.js';
import { thumbs } from '../../src/i18n/rating.thumbs.js';
import { ukService } from '../../src/i18n/rating.uk-service.js';
import { usA11 } from '../../src/i18n/rating.us-a11.js';
import { yesNo } from '../../src/i18n/rating.yes-no.js';
import type { About, Wording } from '../../src/i18n/wording.js';
import type { RatingProfile } from '../../src/model/rating-profile.js';
import { profiles, type ProfileName } from '../../src/model/rating-profiles.js';

/** A profile with the words in which it was asked. */
export interface AskedProfile {
  readonly profile: RatingProfile;
  readonly wording: Wording;
  /** The language of the words, where it is another one than the page's. */
  readonly lang?: string | undefined;
}

export type RatingWords = ReadonlyMap<string, AskedProfile>;

const about: About = { label: '', service: false };

/** What is ours is said in the language of the page, what a country has worded in its own. */
const wordings: Readonly<Record<ProfileName, (say: Messages, language: string) => Omit<AskedProfile, 'profile'>>> = {
  simple: (say) => ({ wording: simple(say, about) }),
  'yes-no': (say) => ({ wording: yesNo(say, about) }),
  thumbs: (say) => ({ wording: thumbs(say, about) }),
  smileys: (say) => ({ wording: smileys(say, about) }),
  'it-agid': () => ({ wording: itAgid(about), lang: 'it' }),
  'us-a11': () => ({ wording: usA11(about), lang: 'en' }),
  'fr-jdma': (_, language) => (language === 'en' ? { wording: frJdma.en, lang: 'en' } : { wording: frJdma.fr, lang: 'fr' }),
  'uk-service': () => ({ wording: ukService, lang: 'en' }),
};

/** All profiles that we know, with their words; `tag` is BCP 47. */
export async function ratingWords(tag: string): Promise<RatingWords> {
  const say = await messages(tag, { rating, ratingOpened });
  const language = tag.toLowerCase().split('-')[0]!;
  return new Map(await Promise.all((Object.keys(profiles) as ProfileName[]).map(async (name) => [name, { profile: await profiles[name](), ...wordings[name](say, language) }] as const)));
}
