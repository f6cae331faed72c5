import { html, nothing, type TemplateResult } from 'lit';
import { decideIdeas } from './deciding.js';
import { focusNext } from './focus.js';
import { signOut } from './session.js';
import type { Desk } from './state.js';

/** Erases ideas, once that is confirmed. */
export function askToErase(desk: Desk, ids: readonly string[]): Promise<void> {
  const { erase } = desk.speech.words;
  desk.question = { title: erase.title(ids.length), text: erase.text, yes: erase.yes, no: erase.no, act: () => focusNext(desk, ids, () => decideIdeas(desk, ids, 'erased')) };
  return desk.changed();
}

/** Signs out; where something was typed and not sent, once that is confirmed. */
export function askToSignOut(desk: Desk): Promise<void> {
  const { leave, signOut: yes } = desk.speech.words;
  if (desk.drafts.size === 0) return signOut(desk);
  desk.question = { title: leave.title, text: leave.text(desk.drafts.size), yes, no: leave.no, act: () => signOut(desk) };
  return desk.changed();
}

/** The dialog of the question that is asked. What does no harm comes first. */
export function questionDialog(desk: Desk): TemplateResult {
  const { question } = desk;
  const leave = (): void => {
    desk.question = undefined;
    void desk.changed();
  };
  const yes = async (): Promise<void> => {
    desk.question = undefined;
    await desk.changed();
    question?.act();
  };
  return html`
    <dialog aria-labelledby="question" @close=${leave}>
      ${question ? html`
        <h2 id="question">${question.title}</h2>
        <p>${question.text}</p>
        <div class="deeds">
          <button type="button" class="button primary" autofocus @click=${leave}>${question.no}</button>
          <button type="button" class="button bad" @click=${yes}>${question.yes}</button>
        </div>` : nothing}
    </dialog>
  `;
}
