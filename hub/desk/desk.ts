import { render } from 'lit';
import { page } from './page.js';
import { countWaiting, open, readInfo, signIn } from './session.js';
import { speechIn } from './speech.js';
import { Desk } from './state.js';
import { isTab } from './tabs.js';

/** The moderation page: draws what the desk knows, and tells it what happens to the window. */
const root = document.querySelector<HTMLElement>('#desk')!;
const asked = new URLSearchParams(location.search).get('lang');
const speech = await speechIn([...(asked ? [asked] : []), ...navigator.languages]);
Object.assign(document.documentElement, { lang: speech.tag, dir: speech.direction });

function draw(): void {
  const { waiting, info, question } = desk;
  const open = (waiting?.ideas ?? 0) + (waiting?.ratings ?? 0) + (waiting?.comments ?? 0);
  const title = info ? speech.words.at(info.name) : speech.words.title;
  document.title = open > 0 ? `(${speech.number(open)}) ${title}` : title;
  render(page(desk), root);
  // Who has to sign in begins there, and so does who has to sign in again.
  if (document.activeElement === document.body) root.querySelector<HTMLElement>('#token')?.focus();
  const dialog = root.querySelector('dialog')!;
  if (question && !dialog.open) dialog.showModal();
  else if (!question && dialog.open) dialog.close();
}

const desk = new Desk(speech, draw);
root.replaceChildren();
const named = location.hash.slice(1);
if (isTab(named)) desk.tab = named;
// Where it does not answer, signing in says so.
await readInfo(desk).catch(() => {});
const { token } = desk.hub;
if (token === undefined) draw();
else await signIn(desk, token);

window.addEventListener('focus', () => void countWaiting(desk));
for (const event of ['online', 'offline']) window.addEventListener(event, () => void desk.changed());
window.addEventListener('hashchange', () => {
  const name = location.hash.slice(1);
  if (isTab(name) && name !== desk.tab && desk.person) void open(desk, name);
});
