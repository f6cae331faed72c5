import { html, nothing, type TemplateResult } from 'lit';
import { nextAttempt, type Letter } from '../model/letter.js';
import type { SinkReason } from '../sinks/sink.js';
import type { Language } from './language.js';
import { sendNow } from './outbox.post.js';
import { changeLetter, tell, writeLetter } from './outbox.store.js';

export { outbox } from '../i18n/en.outbox.js';
export { outboxStyles } from '../styles/outbox.styles.js';
export { startPost } from './outbox.post.js';
export { newsChannel, readLetters, writeLetter } from './outbox.store.js';

/** Keeps a letter that has just failed for the first time. `wait` is in seconds. */
export async function newLetter(letter: Omit<Letter, 'made' | 'due' | 'attempts' | 'claimed'>, wait?: number): Promise<void> {
  const now = Date.now();
  await writeLetter({ ...letter, made: now, attempts: 1, claimed: 0, due: nextAttempt({ attempts: 0 }, now, wait) });
  tell({});
}

/** Takes a letter out, unless it is on its way right now. */
export function takeBack(id: string): Promise<Letter | undefined> {
  return changeLetter(id, ({ claimed }) => (claimed > Date.now() ? undefined : null));
}

/** What waits, each with what happens next. */
export function letters(all: readonly Letter[], language: Language, back: (id: string) => void): TemplateResult {
  const { say } = language;
  return html`
    <section part="waiting" class="notice waiting" aria-label=${say.outbox.title}>
      <h3 id="waiting" tabindex="-1">${say.outbox.title}</h3>
      <p>${say.outbox.kept}</p>
      <ul role="list">
        ${all.map((letter) => html`
          <li>
            <p><strong><bdi>${letter.label}</bdi></strong></p>
            ${ways(letter, language, back)}
          </li>
        `)}
      </ul>
    </section>
  `;
}

/** What happens next with a letter, and what can be done about it. */
export function ways(letter: Letter, language: Language, back: (id: string) => void): TemplateResult {
  const { say } = language;
  return html`
    <p role="status">${next(letter, language)}</p>
    ${letter.claimed > Date.now() ? nothing : html`
      <button part="send-now" class="button" type="button" aria-label="${say.outbox.now}: ${letter.label}" @click=${() => void sendNow(letter.id)}>${say.outbox.now}</button>
      <button part="take-back" class="button quiet" type="button" aria-label="${say.outbox.back}: ${letter.label}" @click=${() => back(letter.id)}>${say.outbox.back}</button>
    `}
  `;
}

export function next({ claimed, due, failure }: Letter, { say, date }: Language): string {
  if (claimed > Date.now()) return say.sending.sending;
  if (failure !== undefined) return `${say.sending.failed[failure as SinkReason]} ${say.outbox.stuck}`;
  return say.outbox.next(date(due, { timeStyle: 'short' }));
}
