import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { ideaAddress, type Linked } from './ideas.link.js';

/** The private link as text that can be marked, and a button that copies it and says so. */
export function privateLink(linked: Linked, { say }: Language): TemplateResult {
  const words = say.ideasForm;
  return html`
    <div class="private">
      <label for="private-${linked.id}">${words.link}</label>
      <input id="private-${linked.id}" part="private-link" type="text" readonly dir="ltr" .value=${ideaAddress(linked)} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      <button part="copy" class="button" type="button" @click=${(event: Event) => copy(event, words.copied)}>${words.copy}</button>
      <span class="hint" role="status"></span>
    </div>
  `;
}

async function copy(event: Event, copied: string): Promise<void> {
  const box = (event.currentTarget as HTMLElement).parentElement!;
  const input = box.querySelector('input')!;
  try {
    await navigator.clipboard.writeText(input.value);
    box.querySelector('[role=status]')!.textContent = copied;
  } catch {
    // Without the right to write (an insecure page, a frame) the marked text can still be copied by hand.
    input.focus();
  }
}
