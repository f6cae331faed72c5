import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Platform } from '../../model/hub.js';
import type { Idea } from '../../model/idea.js';

export { platform } from '../../i18n/en.platform.js';

/** What is said below the heading: where the ideas are, and what can be done here. */
export function lead({ name, can, url }: Platform, { say }: Language): string {
  if (can.write === 'here') return say.ideas.lead;
  return can.write === 'there' && url ? say.platform.lead(name) : say.platform.reading(name);
}

/** The way to where people can take part, instead of the button that opens our form. */
export function way({ name, can, url }: Platform, { say }: Language): TemplateResult | typeof nothing {
  return can.write === 'there' && url ? html`<a part="take-part" class="button primary" href=${url} rel="noopener">${say.platform.takePart(name)}</a>` : nothing;
}

/** What stands below an idea instead of the button that supports it: how many do, and the way to its own page. */
export function foot({ name, can }: Platform, { supports, title, url }: Idea, { say }: Language): TemplateResult {
  return html`
    ${can.support !== 'nowhere' && supports > 0 ? html`<span part="supporters">${say.platform.supporters(supports)}</span>` : nothing}
    ${url ? html`<a part="take-part" class="button" href=${url} rel="noopener">${say.platform.takePart(name)}<span class="visually-hidden">: ${title}</span></a>` : nothing}
  `;
}

/** How many there are, or how many are shown where nobody says. */
export function count(shown: number, more: boolean, { say }: Language): string {
  return more ? say.platform.first(shown) : say.ideas.found(shown);
}
