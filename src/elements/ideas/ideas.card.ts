import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { HubInfo } from '../../model/hub.js';
import type { Idea, IdeaStatus } from '../../model/idea.js';
import { icon } from './ideas.icons.js';
import { ideaAddress } from './ideas.link.js';
import type { Opening } from './ideas.opening.js';
import type { Supporting } from './ideas.supporting.js';
import { categoryWords, excerpt, hasMore } from './ideas.words.js';

interface Card {
  readonly idea: Idea;
  /** Makes its ids, because one idea may stand in several lists. */
  readonly name: string;
  readonly open: boolean;
  readonly info: HubInfo | undefined;
  readonly language: Language;
  readonly supporting: Supporting;
  readonly opening: Opening;
  /** What stands instead of the button that supports, where a system that is no hub keeps the ideas. */
  readonly instead: unknown;
  /** Without it there is no button: it stays as it is. */
  readonly toggle?: (idea: Idea, open: boolean) => void;
}

/** One idea: where it stands, what it says, what the city says, and how to support it; the rest opens in place. */
export function card(options: Card): TemplateResult {
  const { idea, name, open, info, language, toggle } = options;
  const { say, date } = language;
  const short = excerpt(idea.text);
  const category = categoryWords(idea.category, info, language);
  // What people wrote runs in its own direction, whatever the page's.
  return html`
    <article part="idea" class="card ${open ? 'open' : ''}" aria-labelledby="${name}-title">
      <p class="facts">${badge(idea.status, language)} ${category ? html`<span class="category">${category}</span>` : nothing}</p>
      <h3 id="${name}-title" tabindex="-1" dir="auto" lang=${idea.lang ?? nothing}>${idea.title}</h3>
      <p id="${name}-text" class="text" dir="auto" lang=${idea.lang ?? nothing}>${open ? idea.text : short}</p>
      ${!open && idea.answer ? answer(idea.answer, false, language) : nothing}
      ${toggle && (hasMore(idea) || idea.comments !== undefined)
        ? html`
            <button part="read" class="button quiet read" type="button" aria-expanded=${open} aria-controls="${name}-text" @click=${() => toggle(idea, !open)}>
              ${open ? say.ideas.less : invitation(idea, language)}<span class="visually-hidden"> ${idea.title}</span>
            </button>
          `
        : nothing}
      ${open ? options.opening.render(idea, name) : nothing}
      <div class="foot">
        <div class="quiet">
          ${idea.place?.address ? html`<span class="place">${icon('place')} <span dir="auto">${idea.place.address}</span></span>` : nothing}
          ${idea.created ? html`<a href=${ideaAddress({ id: idea.id })}><span class="visually-hidden">${say.ideas.link}, </span><time datetime=${idea.created}>${date(idea.created)}</time></a>` : nothing}
        </div>
        ${options.instead ?? support(options)}
      </div>
    </article>
  `;
}

/** Where an idea stands, in a picture and in words. */
export function badge(status: IdeaStatus, { say }: Language): TemplateResult {
  return html`<span part="idea-status" class="badge ${status}">${icon(status)} ${say.ideas.status[status]}</span>`;
}

/** What the city says, marked as such. */
export function answer({ text, by, at }: NonNullable<Idea['answer']>, open: boolean, { say, date }: Language): TemplateResult {
  return html`
    <div part="answer" class="answer ${open ? '' : 'clamped'}">
      <p class="by">${icon('answer')} <strong>${by ? say.ideas.answerBy(by) : say.ideas.answer}</strong> <time class="quiet" datetime=${at}>${date(at)}</time></p>
      <p class="said" dir="auto">${text}</p>
    </div>
  `;
}

/** What the button that opens it says: that there is more, and how much others say. */
function invitation(idea: Idea, { say }: Language): string {
  const { comments } = idea;
  const said = comments === undefined || (comments === 0 && hasMore(idea)) ? [] : [say.ideas.comments(comments)];
  return [...(hasMore(idea) ? [say.ideas.read] : []), ...said].join(' · ');
}

function support({ idea, supporting, language: { say, number } }: Card): TemplateResult | typeof nothing {
  if (idea.status === 'held' || idea.status === 'withdrawn') return nothing;
  const { supported, supports, failed, unsent } = supporting.of(idea);
  return html`
    <button part="support" class="button support" type="button" aria-pressed=${supported} @click=${() => supporting.toggle(idea)}>
      ${icon(supported ? 'supported' : 'support')} ${say.ideas.support} <span class="count">${number(supports)}</span>
      <span class="visually-hidden">${idea.title}</span>
    </button>
    ${failed ? html`<p class="error">${say.sending.failed[failed]}</p>` : nothing} ${unsent ? html`<p part="unsent" class="quiet">${unsent}</p>` : nothing}
  `;
}
