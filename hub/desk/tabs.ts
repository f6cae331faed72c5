import { html, type TemplateResult } from 'lit';
import { commentsTab } from './comments-tab.js';
import { allTab, waitingTab } from './ideas-tab.js';
import { logTab } from './log-tab.js';
import { ratingsTab } from './ratings-tab.js';
import { repliesTab } from './replies-tab.js';
import { open } from './session.js';
import type { Desk, TabName } from './state.js';

interface Tab {
  readonly name: TabName;
  readonly render: (desk: Desk) => TemplateResult;
  /** How much waits there. */
  readonly count?: (desk: Desk) => number | undefined;
  /** Not for those who read alone. */
  readonly decides?: true;
}

/** All there is to look at. One more is a line here, a list in `state.ts` and a file with what it shows. */
const all: readonly Tab[] = [
  { name: 'waiting', render: waitingTab, count: ({ waiting }) => waiting?.ideas },
  { name: 'all', render: allTab },
  { name: 'replies', render: repliesTab, count: ({ waiting }) => waiting?.comments },
  { name: 'ratings', render: ratingsTab, count: ({ waiting }) => waiting?.ratings },
  { name: 'comments', render: commentsTab },
  { name: 'log', render: logTab, decides: true },
];

const tabsOf = (desk: Desk): readonly Tab[] => all.filter(({ decides }) => !decides || desk.mayDecide);

export const isTab = (name: string): name is TabName => all.some((each) => each.name === name);

/** The tabs, of which one is a stop of the Tab key, and what the chosen one shows. */
export function tabs(desk: Desk): TemplateResult {
  const shown = tabsOf(desk);
  const { words, number } = desk.speech;
  const move = (event: KeyboardEvent): void => {
    const at = shown.findIndex(({ name }) => name === desk.tab);
    const forward = desk.speech.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = desk.speech.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: (at + 1) % shown.length, [back]: (at + shown.length - 1) % shown.length, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void open(desk, shown[to]!.name);
    document.querySelector<HTMLElement>(`#tab-${shown[to]!.name}`)?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${words.tabs.label} @keydown=${move}>
      ${shown.map(({ name, count }) => {
        const n = count?.(desk);
        return html`
          <button type="button" role="tab" id="tab-${name}" aria-controls="panel" aria-selected=${name === desk.tab} tabindex=${name === desk.tab ? 0 : -1} @click=${() => open(desk, name)}>
            ${words.tabs[name]}${n === undefined ? '' : html` <span class="count" data-none=${n === 0}>${number(n)}</span>`}
          </button>`;
      })}
    </div>
    <div class="panel" role="tabpanel" id="panel" aria-labelledby="tab-${desk.tab}" tabindex="-1" aria-busy=${desk.lists[desk.tab].phase === 'reading'}>${shown.find(({ name }) => name === desk.tab)?.render(desk)}</div>
  `;
}
