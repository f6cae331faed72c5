import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { ProfileName } from '../../model/rating-profiles.js';
import { ProfileError } from '../../model/rating-profile-error.js';
import type { OwnProfile } from '../../model/rating-profile-own.js';
import type { Asking } from './rating.asking.js';

export { ratingOpened } from '../../i18n/en.rating-opened.js';
export type { OwnProfile };

/** Each takes the language of the page, of those that we speak. */
const askings: Readonly<Record<Exclude<ProfileName, 'simple'>, (language: string) => Asking | Promise<Asking>>> = {
  'yes-no': async () => (await import('./rating.yes-no.js')).asking,
  thumbs: async () => (await import('./rating.thumbs.js')).asking,
  smileys: async () => (await import('./rating.smileys.js')).asking,
  'it-agid': async () => (await import('./rating.it-agid.js')).askingIn(),
  'us-a11': async (language) => (await import('./rating.us-a11.js')).askingIn(language),
  'fr-jdma': async (language) => (await import('./rating.fr-jdma.js')).askingIn(language),
  'uk-service': async (language) => (await import('./rating.uk-service.js')).askingIn(language),
};

/** What is asked by a profile that is named, given, or described in a script inside the element. Throws `ProfileError`. */
export async function askingOf(profile: string | OwnProfile, host: Element, language: string): Promise<Asking> {
  const described = typeof profile === 'string' ? host.querySelector(':scope > script[type="application/json"]')?.textContent : profile;
  if (described !== undefined && described !== null) return (await import('./rating.own.js')).ownAsking(described, language);
  if (Object.hasOwn(askings, String(profile))) return askings[profile as keyof typeof askings](language);
  throw new ProfileError('profile', `there is none called “${String(profile)}”. Write simple, ${Object.keys(askings).join(', ')}, or describe your own in a <script type="application/json"> inside the element.`);
}

/** For citizen and webmaster; nothing where it was the net. */
export function explain(error: unknown): ((language: Language) => TemplateResult) | undefined {
  if (!(error instanceof ProfileError)) return undefined;
  return ({ say }) => html`
    <div part="status" class="notice" role="alert">
      <p><strong>${say.ratingOpened.wrong}</strong></p>
      <details><summary>${say.reading.forWebmaster}</summary><p dir="ltr" lang="en">${error.message}</p></details>
    </div>
    <slot></slot>
  `;
}
