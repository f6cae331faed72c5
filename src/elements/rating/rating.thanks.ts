import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Wording } from '../../i18n/wording.js';
import { scaleOf, scored, scoreQuestion } from '../../model/rating-profile.js';
import type { RatingReceipt } from '../../model/rating.js';
import { wordsOf, type Asking } from './rating.asking.js';
import type { OwnRating } from './rating.draft.js';

interface Thanks {
  readonly own: OwnRating;
  /** Where it was sent just now. */
  readonly receipt: RatingReceipt | undefined;
  readonly asking: Asking;
  readonly wording: Wording;
  readonly language: Language;
  readonly again: () => void;
}

/** What this browser has answered, now or earlier. */
export function thanks({ own: { value, at }, receipt, asking: { profile }, wording, language, again }: Thanks): TemplateResult {
  const { say, number, date } = language;
  const { kind, code } = scoreQuestion(profile);
  const most = number(scaleOf(profile).max);
  const word = wordsOf(wording, code).options?.[scored(profile, value)?.code ?? ''] ?? '';
  return html`
    <div part="thanks" class="notice good">
      ${receipt
        ? html`
            <h3 id="thanks" tabindex="-1">${wording.thanks ?? say.rating.thanks}</h3>
            <p>${kind === 'scale' ? say.rating.gave(number(value), most) : say.ratingOpened.yours(word)} ${receipt.status === 'held' ? say.rating.held : nothing}</p>
          `
        : html`<p id="thanks" tabindex="-1"><strong>${kind === 'scale' ? say.rating.gaveOn(number(value), most, date(at)) : say.ratingOpened.yoursOn(word, date(at))}</strong></p>`}
      <button part="again" class="button" type="button" @click=${again}>${say.rating.again}</button>
    </div>
  `;
}
