import { waitUntil } from '@open-wc/testing';
import { all, find, write } from './shadow.js';

/** Opens the form of `<civic-ideas>` and writes what every idea has. */
export async function writeIdea(element: Element, title: string, text: string): Promise<void> {
  find(element, '[part=propose]').click();
  await waitUntil(() => all(element, '#title').length === 1);
  write(element, '#title', title);
  write(element, '#text', text);
}
