import { waitUntil } from '@open-wc/testing';

/** What people read in an element, in one line. */
export const shown = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** One thing within an element; fails the test where it is not there. */
export function find<T extends HTMLElement = HTMLElement>(element: Element, selector: string): T {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector} in ${element.localName}: ${shown(element)}`);
  return found;
}

export const all = <T extends HTMLElement = HTMLElement>(element: Element, selector: string): T[] => [...element.shadowRoot!.querySelectorAll<T>(selector)];

export const becomes = (element: Element, phase: string): Promise<void> => waitUntil(() => element.matches(`:state(${phase})`), `never ${phase}`, { timeout: 5000 });

export const says = (element: Element, words: string): Promise<void> =>
  waitUntil(() => shown(element).includes(words), `never said “${words}”`, { timeout: 5000 }).catch((error: Error) => {
    throw new Error(`${error.message} but: ${shown(element)}`);
  });

/** Writes into a field as a person does. */
export function write(element: Element, selector: string, text: string): void {
  const input = find<HTMLInputElement>(element, selector);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** The element that has the focus, within shadow roots too. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
