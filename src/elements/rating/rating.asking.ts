import type { TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Messages } from '../../i18n/index.js';
import type { About, QuestionWords, Wording } from '../../i18n/wording.js';
import type { RatingOption, RatingProfile } from '../../model/rating-profile.js';
import type { Form } from './rating.form.js';

/** A profile as it is put to people. */
export interface Asking {
  readonly profile: RatingProfile;
  readonly wording: (say: Messages, about: About) => Wording;
  /** Whether scores stand below each other, as a list, rather than side by side. */
  readonly list?: boolean | undefined;
  /** What is seen above the words of a score. */
  readonly picture?: ((score: RatingOption) => TemplateResult) | undefined;
  /** Where a profile is worded officially in other languages than the page's: in this one the element speaks as a whole. */
  readonly speech?: Pick<Language, 'tag' | 'say'> | undefined;
  /** Makes a form in the page itself rather than in the element's shadow, for programs that look for it there. */
  readonly inPage?: ((host: HTMLElement) => PageForm) | undefined;
}

/** It stands in the slot `form`. */
export interface PageForm {
  show(form: Form): void;
  remove(): void;
}

export const wordsOf = ({ questions }: Wording, code: string): QuestionWords => questions[code] ?? { label: code };
