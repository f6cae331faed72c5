import { html, nothing, type TemplateResult } from 'lit';
import type { IdeaStatus } from '../../src/model/idea.js';
import { undo } from './deciding.js';
import { focusNext } from './focus.js';
import { listing } from './listing.js';
import type { LogEntry } from './lists.js';
import { openIdea } from './session.js';
import type { Desk } from './state.js';

/** Who decided what, the newest first. */
export function logTab(desk: Desk): TemplateResult {
  return listing(desk, 'log', desk.lists.log, (entry) => logEntry(desk, entry));
}

function logEntry(desk: Desk, entry: LogEntry): TemplateResult {
  const { words, ago, moment } = desk.speech;
  const { id, at, by, kind, target, after, undone, undoes } = entry;
  const title = desk.titles.get(target);
  const isFinal = after['status'] === 'withdrawn';
  const canUndo = !undone && !isFinal && (kind !== 'idea' || title !== undefined);
  return html`
    <article class="card log" id="card-${id}" tabindex="-1" aria-labelledby="title-${id}" data-undone=${undone}>
      <div class="what">
        <p class="meta"><strong><bdi>${by}</bdi></strong> <time datetime=${at} title=${moment(at)}>${ago(at)}</time>${undone ? html` <span class="badge">${words.log.undone}</span>` : nothing}${undoes ? html` <span class="badge">${words.log.undoes}</span>` : nothing}</p>
        <h2 id="title-${id}" dir="auto">${kinds[kind].name(desk, entry)}</h2>
        <ul class="changes" role="list">${kinds[kind].changes(desk, entry)}</ul>
        ${isFinal ? html`<p class="quiet">${words.log.final}</p>` : nothing}
      </div>
      <div class="deeds">
        ${canUndo ? html`<button type="button" class="button" @click=${() => focusNext(desk, [id], () => undo(desk, [id]))}>${words.act.undo}</button>` : nothing}
        ${title === undefined ? nothing : html`<button type="button" class="button quiet" @click=${() => openIdea(desk, target)}>${words.act.show}</button>`}
      </div>
    </article>
  `;
}

/** How the log names what was decided on, and what a decision changed of it, in words. */
const kinds: Readonly<Record<LogEntry['kind'], { name(desk: Desk, entry: LogEntry): string; changes(desk: Desk, entry: LogEntry): TemplateResult[] }>> = {
  idea: { name: ({ titles, speech }, { target }) => titles.get(target) ?? speech.words.log.erasedIdea, changes: ideaChanges },
  comment: { name: ({ speech }) => speech.words.log.comment, changes: commentChanges },
  rating: { name: ({ speech }) => speech.words.log.rating, changes: ratingChanges },
};

function ratingChanges({ speech }: Desk, { before, after }: LogEntry): TemplateResult[] {
  const { log } = speech.words;
  const say = (held: string | null | undefined): string => (held === null ? log.counts : held === 'deleted' ? log.deleted : log.waits);
  return [change(log.fields.rating, say(before['held']), say(after['held']))];
}

function commentChanges({ speech }: Desk, { before, after }: LogEntry): TemplateResult[] {
  const { log, status } = speech.words;
  const say = (value: string | null | undefined): string => (value === 'deleted' ? log.deleted : value === 'held' ? status.held : status.open);
  return 'status' in after ? [change(log.fields.status, say(before['status']), say(after['status']))] : [];
}

function ideaChanges(desk: Desk, { before, after }: LogEntry): TemplateResult[] {
  const { log, status } = desk.speech.words;
  const shown = {
    status: (value: string) => status[value as IdeaStatus],
    category: (value: string) => desk.categoryName(value),
    answer: (value: string) => value,
    answer_by: (value: string) => value,
    commitments: (value: string) => (JSON.parse(value) as string[]).join(', '),
  } as const;
  return (Object.keys(shown) as (keyof typeof shown)[]).filter((field) => field in after).map((field) => {
    const say = (value: string | null | undefined): string => (value ? shown[field](value) : '');
    return change(log.fields[field], say(before[field]), say(after[field]) || log.nothing);
  });
}

function change(field: string, before: string, after: string): TemplateResult {
  return html`<li><span class="label">${field}</span> ${before ? html`<del dir="auto">${before}</del> <span class="to" aria-hidden="true"></span> ` : nothing}<ins dir="auto">${after}</ins></li>`;
}
