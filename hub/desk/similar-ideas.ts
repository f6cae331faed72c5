import { html, type TemplateResult } from 'lit';
import type { Idea, SimilarIdea } from '../../src/model/idea.js';
import { noticeOf } from './faults.js';
import { address, failureOf } from './hub.js';
import { openIdea } from './session.js';
import type { Desk } from './state.js';

/** Asks for published ideas like one, or puts them away. */
export async function toggleSimilar(desk: Desk, { id, title, text, place }: Pick<Idea, 'id' | 'title' | 'text' | 'place'>): Promise<void> {
  if (desk.similar.delete(id)) return desk.changed();
  const at = place?.lon === undefined || place.lat === undefined ? {} : { lon: String(place.lon), lat: String(place.lat) };
  try {
    const { ideas } = await desk.hub.ask<{ ideas: SimilarIdea[] }>(address('ideas/similar', { q: `${title} ${text}`.slice(0, 500), ...at, limit: '6' }));
    desk.similar.set(id, ideas.filter(({ idea }) => idea.id !== id));
  } catch (failure) {
    desk.notice = noticeOf(failureOf(failure), desk.speech.words);
  }
  return desk.changed();
}

export function similarIdeas(desk: Desk, id: string): TemplateResult {
  const { words, percent } = desk.speech;
  const found = desk.similar.get(id) ?? [];
  if (found.length === 0) return html`<p class="beside quiet" role="status">${words.similar.none}</p>`;
  return html`
    <ul class="beside" role="list" aria-label=${words.act.similar}>
      ${found.map(({ idea, likeness }) => html`<li>
        <button type="button" class="button quiet small" @click=${() => openIdea(desk, idea.id)}><span dir="auto">${idea.title}</span></button>
        <span class="badge" data-status=${idea.status}>${words.status[idea.status]}</span>
        <span class="quiet">${words.similar.likeness(percent(likeness))}</span>
      </li>`)}
    </ul>
  `;
}
