import { html, type TemplateResult } from 'lit';
import type { ModeratedIdea } from '../src/idea-doubts.js';
import { decideIdeas, undo, type Deed } from './deciding.js';
import { focusBeside, focusNext } from './focus.js';
import type { List } from './list.js';
import { toggleSimilar } from './similar-ideas.js';
import type { Desk } from './state.js';

/** What a single key does while a card itself has the focus, so that nothing happens to who types or dictates elsewhere. */
export const cardKeys = (desk: Desk, list: List<ModeratedIdea>, idea: ModeratedIdea) => (event: KeyboardEvent): void => {
  if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat || !desk.usesKeys) return;
  const { id, status } = idea;
  const decide = (deed: Deed) => (): unknown => focusNext(desk, [id], () => decideIdeas(desk, [id], deed));
  const deciding: Readonly<Record<string, () => unknown>> = {
    ...(status !== 'open' && { p: decide('published') }),
    ...(status !== 'declined' && { d: decide('declined') }),
    ...(status !== 'held' && { h: decide('hidden') }),
    e: () => edit(desk, id),
    x: () => list.choose(id, !list.chosen.has(id)),
    u: () => desk.notice?.undo && focusNext(desk, [id], () => undo(desk, desk.notice!.undo!)),
  };
  const acts: Readonly<Record<string, () => unknown>> = {
    j: () => focusBeside(desk, id, 1),
    k: () => focusBeside(desk, id, -1),
    s: () => toggleSimilar(desk, idea),
    ...(desk.mayDecide && deciding),
  };
  // On a keyboard of other letters the place of the key counts.
  const key = /^[a-z]$/.test(event.key) ? event.key : (/^Key([A-Z])$/.exec(event.code)?.[1] ?? '').toLowerCase();
  const act = Object.hasOwn(acts, key) ? acts[key] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
};

async function edit(desk: Desk, id: string): Promise<void> {
  desk.editing.add(id);
  await desk.changed();
  document.getElementById(`text-${id}`)?.focus();
}

/** Which keys there are, and the switch that turns them off. */
export function keyHelp(desk: Desk): TemplateResult {
  const { keys } = desk.speech.words;
  const change = (event: Event): void => {
    desk.usesKeys = (event.target as HTMLInputElement).checked;
    void desk.changed();
  };
  return html`
    <details class="keys">
      <summary>${keys.title}</summary>
      <label class="tick"><input type="checkbox" .checked=${desk.usesKeys} @change=${change}> <span>${keys.use}</span></label>
      <dl>${Object.entries(keys.list).map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>
      <p class="quiet">${keys.rest}</p>
    </details>
  `;
}
