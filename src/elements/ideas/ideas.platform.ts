import { html, nothing, type TemplateResult } from 'lit';
import { isAllowed } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import { platform as words } from '../../i18n/en.platform.js';
import type { Idea } from '../../model/idea.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { openSystem } from '../../sources/systems/index.js';
import type { Browsing } from './ideas.browsing.js';
import type { Kept, Keeping } from './ideas.keeper.js';

/** The system that keeps the ideas, and how it is spoken of. Throws `SourceError`. */
export async function keepingElsewhere({ endpoint, system, takePart, baseURI }: Kept, language: Language): Promise<Keeping> {
  language.teach({ platform: words });
  const keeper = await openSystem(system, { address: new URL(endpoint, baseURI), tag: language.tag, takePart: safeWebUrl(takePart, baseURI), isAllowed: (address) => isAllowed(address, baseURI) });
  return { keeper, instead };
}

/** What stands instead of what we say and offer of a hub; `undefined` where there is no difference, `nothing` until it is known. */
const instead = {
  /** Where the ideas are, and what can be done here. */
  lead({ info }: Browsing, { say }: Language): unknown {
    if (!info?.platform) return nothing;
    const { name, can, url } = info.platform;
    if (can.write === 'here') return undefined;
    return can.write === 'there' && url ? say.platform.lead(name) : say.platform.reading(name);
  },

  /** The way to where people can take part, instead of the button that opens our form. */
  way({ info }: Browsing, { say }: Language): unknown {
    if (!info?.platform) return nothing;
    const { name, can, url } = info.platform;
    if (can.write === 'here') return undefined;
    return can.write === 'there' && url ? html`<a part="take-part" class="button primary" href=${url} rel="noopener">${say.platform.takePart(name)}</a>` : nothing;
  },

  /** How many are shown, where nobody says how many there are. */
  count({ page, ideas, rest }: Browsing, { say }: Language): unknown {
    if (!page?.uncounted || ideas.length === 0) return undefined;
    return rest > 0 ? say.platform.first(ideas.length) : say.ideas.found(ideas.length);
  },

  more: ({ page }: Browsing, { say }: Language): unknown => (page?.uncounted ? say.platform.more : undefined),

  /** Nobody is asked to be the first where that may not be possible; what shows no ideas has none to count. */
  empty: ({ info }: Browsing, { say }: Language): unknown => (info?.platform?.can.read === 'here' ? say.ideas.found(0) : nothing),

  /** What stands below an idea instead of the button that supports it: how many do, and the way to its own page. */
  foot({ info }: Browsing, { say }: Language, idea?: Idea): TemplateResult | typeof nothing {
    if (!info?.platform || !idea) return nothing;
    const { name, can } = info.platform;
    const { supports, title, url } = idea;
    return html`
      ${can.support !== 'nowhere' && supports > 0 ? html`<span part="supporters">${say.platform.supporters(supports)}</span>` : nothing}
      ${url ? html`<a part="take-part" class="button" href=${url} rel="noopener">${say.platform.takePart(name)}<span class="visually-hidden">: ${title}</span></a>` : nothing}
    `;
  },
} as const;

export type Instead = Readonly<Record<keyof typeof instead, (browsing: Browsing, language: Language, idea?: Idea) => unknown>>;
