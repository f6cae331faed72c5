import { embed } from './i18n/en.embed.js';
import { messages } from './i18n/index.js';
import { heightIn, type FrameMessage } from './frames.js';
import { safeWebUrl } from './model/safe-url.js';

/**
 * The page for frames, `embed.html`: it shows the one element that its own address describes as the address of a link does,
 * and nothing else.
 *
 * ```html
 * <iframe src="https://city.example/cdn/embed.html#civic=map&src=https://data.city.example/trees.csv&label=Trees&lang=de" title="Trees" width="100%" height="900"></iframe>
 * ```
 *
 * Beside the element's own attributes it understands `lang`, `dir` (`ltr`, `rtl`) and `scheme` (`light`, `dark`; without it
 * the reader's own). It tells the page around it how high it is: see `FrameMessage`.
 */
const main = document.querySelector('main')!;
const said = new URLSearchParams(location.hash.slice(1));

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  html { color: CanvasText; font: 100%/1.5 system-ui, sans-serif; }
  html.fitted { scrollbar-width: none; }
  body { display: flow-root; margin: 0; padding: 4px; }
`);

function dress({ lang, dir, scheme }: Readonly<Record<string, string>>, root = document.documentElement): void {
  root.lang = lang || navigator.language;
  if (dir === 'rtl' || dir === 'ltr') root.dir = dir;
  if (scheme === 'light' || scheme === 'dark') root.style.setProperty('color-scheme', scheme);
  document.adoptedStyleSheets.push(sheet);
}

/** A link, of which the script tag makes the element: what is hostile in a link is so here, and is refused there. */
function placeholder(): HTMLAnchorElement {
  const address = safeWebUrl(said.get('src') ?? said.get('endpoint') ?? undefined, document.baseURI) ?? '';
  const link = document.createElement('a');
  const name = said.get('civic') ?? '';
  said.delete('civic');
  link.href = `${address.split('#', 1)[0]}#civic=${encodeURIComponent(name)}&${said}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = said.get('label') || address;
  if (link.textContent) document.title = link.textContent;
  return link;
}

/** Says how high the page is whenever that changes, and to who asks. */
function tellHeight(): void {
  if (parent === window) return;
  let told = 0;
  const tell = (): void => {
    told = Math.ceil(document.body.getBoundingClientRect().height);
    const message: FrameMessage = { 'civic-height': told };
    parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && heightIn(data) === 0) tell();
  });
  // Where the page around follows, a scroll bar would only flash by while it does.
  addEventListener('resize', () => {
    if (innerHeight === told) document.documentElement.classList.add('fitted');
  });
}

/** Whoever wrote the address has to know that nothing came of it. */
async function complain(): Promise<void> {
  const say = await messages(document.documentElement.lang, { embed });
  const sentence = document.createElement('p');
  sentence.textContent = `${say.embed.nothing} `;
  const pattern = document.createElement('bdi');
  pattern.textContent = 'embed.html#civic=map&src=https://data.city.example/trees.csv';
  sentence.append(pattern);
  main.append(sentence);
}

dress(Object.fromEntries(said));
const link = placeholder();
main.append(link);
tellHeight();
// By then the script tag has seen it.
setTimeout(() => {
  if (link.parentElement === main) void complain();
});
