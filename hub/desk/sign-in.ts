import { html, nothing, type TemplateResult } from 'lit';
import { signIn } from './session.js';
import type { Desk } from './state.js';

/** Asks for the token; why stands above. */
export function signInForm(desk: Desk): TemplateResult {
  const { signIn: words, failed } = desk.speech.words;
  const why = { first: undefined, again: words.again, refused: words.refused, failed: failed.unreachable }[desk.asks ?? 'first'];
  const send = (event: Event): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('token') as HTMLInputElement;
    // What is pasted often has blanks around it; a header takes no other letters.
    const token = field.value.trim();
    if (token && /^[!-~]+$/.test(token)) void signIn(desk, token).then(() => document.getElementById(`tab-${desk.tab}`)?.focus());
    else {
      desk.asks = 'refused';
      void desk.changed();
    }
  };
  return html`
    <form class="sign-in" @submit=${send}>
      <h1>${words.title}</h1>
      <div role="alert">${why ? html`<p class="bad">${why}</p>` : nothing}</div>
      <div class="field">
        <label for="token">${words.token}</label><span class="hint" id="token-hint">${words.hint}</span>
        <input id="token" name="token" type="password" dir="ltr" required .value=${desk.hub.token ?? ''} autocomplete="current-password" spellcheck="false" aria-describedby="token-hint">
      </div>
      <button class="button primary">${words.go}</button>
    </form>
  `;
}
