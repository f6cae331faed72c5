import { html, nothing, type TemplateResult } from 'lit';
import { keyHelp } from './keys.js';
import { noticeBar } from './notice.js';
import { askToSignOut, questionDialog } from './questions.js';
import { signInForm } from './sign-in.js';
import type { Desk } from './state.js';
import { tabs } from './tabs.js';

/** The whole page. */
export function page(desk: Desk): TemplateResult {
  const { info, person, asks, mayDecide } = desk;
  const { words } = desk.speech;
  const isIn = person !== undefined && asks === undefined;
  return html`
    <header class="bar">
      <p class="name"><strong>${words.title}</strong> ${info ? html`<span dir="auto">${info.name}</span>` : nothing}</p>
      ${isIn ? html`
        <p class="person"><bdi>${person.name}</bdi> <span class="quiet">${words.roles[person.role]}</span></p>
        <button type="button" class="button quiet" @click=${() => askToSignOut(desk)}>${words.signOut}</button>` : nothing}
    </header>
    <div class="offline" role="status">${navigator.onLine ? nothing : html`<p>${words.offline}</p>`}</div>
    <main>
      ${isIn ? html`
        <h1 class="unseen">${words.at(info?.name ?? '')}</h1>
        ${mayDecide ? nothing : html`<p class="quiet">${words.readOnly}</p>`}
        ${tabs(desk)}
        ${keyHelp(desk)}
      ` : signInForm(desk)}
    </main>
    ${noticeBar(desk)}
    ${questionDialog(desk)}
  `;
}
