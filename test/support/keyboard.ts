import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import './live-regions.mjs';
import { focused } from './shadow.js';

const words = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a control is called, for those who hear it: by its labels, or by what stands on it. */
export function named(control: Element | null): string {
  const labels = (control as HTMLInputElement | null)?.labels;
  if (!labels || labels.length === 0) return control?.ariaLabel ?? words(control?.textContent);
  return [...labels].map((label) => words(label.textContent) || label.querySelector('[aria-label]')?.ariaLabel).join(' ');
}

/** Presses keys, one after the other. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Goes on by Tab until a control fits; each stop on the way can be seen, and the page is not left to begin again. */
async function tabUntil(what: string, fits: (control: Element) => boolean): Promise<Element> {
  const stops: Element[] = [];
  for (;;) {
    await press('Tab');
    const control = focused();
    if (!control || !document.hasFocus() || control === document.body || stops.includes(control)) throw new Error(`Nobody comes to “${what}” by Tab, but to: ${stops.map(named).join(' | ')}`);
    stops.push(control);
    const { width, height } = control.getBoundingClientRect();
    expect(width * height > 0 && control.checkVisibility() && control.matches(':focus-visible'), `“${named(control)}” is seen when it has the focus`).to.equal(true);
    if (fits(control)) return control;
  }
}

/** Goes on by Tab to the control of this name. */
export const tabTo = (name: string): Promise<Element> => tabUntil(name, (control) => named(control) === name);

/** Goes back to the control of this name. */
export async function tabBackTo(name: string): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await tabTo(name).finally(() => sendKeys({ up: 'Shift' }));
}

/** Goes on to the button or link of this name, and presses it. */
export async function enter(name: string): Promise<void> {
  await tabTo(name);
  await press('Enter');
}

const group = (control: Element): HTMLInputElement[] =>
  control instanceof HTMLInputElement && control.type === 'radio'
    ? [...(control.getRootNode() as ParentNode).querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(({ name }) => name === control.name)
    : [control as HTMLInputElement];

/** Chooses an answer: Tab goes to its question, the arrow keys within that, the space bar chooses. */
export async function choose(name: string): Promise<void> {
  const control = await tabUntil(name, (each) => group(each).some((option) => named(option) === name));
  for (const _ of group(control)) if (named(focused()) !== name) await press('ArrowDown');
  if (!(focused() as HTMLInputElement).checked) await press('Space');
  expect([named(focused()), (focused() as HTMLInputElement).checked]).to.deep.equal([name, true]);
}

/** Waits until something holds; a busy machine may take its time. `now` tells what holds instead. */
export const until = (what: string, holds: () => boolean, now: () => unknown = () => ''): Promise<void> =>
  waitUntil(holds, `never: ${what}`, { timeout: 10_000 }).catch((error: Error) => {
    throw new Error(`${error.message} ${String(now())}`);
  });

/** Waits until this was announced to those who do not see it, since `unheard` was called. */
export const hears = (sentence: string): Promise<void> => until(`“${sentence}” is heard`, () => heard.some((each) => each.includes(sentence)), () => `but: ${heard.join(' | ')}`);

export const unheard = (): void => void (heard.length = 0);

/** Waits until something has the focus. */
export const focuses = (what: string, fits: (control: Element) => boolean): Promise<void> =>
  until(`${what} has the focus`, () => focused() !== null && fits(focused()!), () => `but: ${focused()?.outerHTML.slice(0, 200)}`);

/** What axe finds, once colours have arrived that fade. */
export async function faultless(element: Element): Promise<void> {
  await Promise.allSettled([document, element.shadowRoot!].flatMap((root) => root.getAnimations()).map(({ finished }) => finished));
  await expect(element).to.be.accessible();
}

declare global {
  /** What live regions announced, by `live-regions.mjs`. */
  // eslint-disable-next-line no-var
  var heard: string[];
}
