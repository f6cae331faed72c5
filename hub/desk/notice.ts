import { html, nothing, type TemplateResult } from 'lit';
import { decideIdeas, undo } from './deciding.js';
import { focusNext } from './focus.js';
import type { Desk } from './state.js';

/** What was done or was not, said as it appears, with the way back. It stays until the next thing is done. */
export function noticeBar(desk: Desk): TemplateResult {
  const { notice } = desk;
  const { act } = desk.speech.words;
  const close = (): void => {
    desk.notice = undefined;
    void desk.changed();
  };
  return html`
    <div class="notice" data-shown=${notice !== undefined} data-failure=${notice?.isFailure === true}>
      <div role="status">${notice && !notice.isFailure ? html`<p>${notice.text}</p>` : nothing}</div>
      <div role="alert">${notice?.isFailure ? html`<p>${notice.text}</p>${notice.detail ? html`<p class="quiet" lang="en" dir="ltr">${notice.detail}</p>` : nothing}` : nothing}</div>
      ${notice ? html`<div class="deeds">
        ${notice.undo ? html`<button type="button" class="button" id="undo" @click=${() => focusNext(desk, [], () => undo(desk, notice.undo!))}>${act.undo}</button>` : nothing}
        <button type="button" class="button quiet" @click=${close}>${act.close}</button>
      </div>` : nothing}
    </div>
  `;
}

/** Asks before what nobody can take back. */
export function eraseDialog(desk: Desk): TemplateResult {
  const { erase } = desk.speech.words;
  const ids = desk.erasing ?? [];
  const keep = (): void => {
    desk.erasing = undefined;
    void desk.changed();
  };
  const yes = (): void => {
    keep();
    void focusNext(desk, ids, () => decideIdeas(desk, ids, 'erased'));
  };
  return html`
    <dialog aria-labelledby="erase-title" @close=${keep}>
      <h2 id="erase-title">${erase.title(ids.length)}</h2>
      <p>${erase.text}</p>
      <div class="deeds">
        <button type="button" class="button primary" autofocus @click=${keep}>${erase.no}</button>
        <button type="button" class="button bad" @click=${yes}>${erase.yes}</button>
      </div>
    </dialog>
  `;
}
