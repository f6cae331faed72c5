import { html, nothing, type TemplateResult } from 'lit';
import { undo } from './deciding.js';
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

