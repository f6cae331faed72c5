import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/map/civic-map.js';
import '../../src/elements/map/map.opened.js';
import '../../src/elements/map/map.sieve.js';
import '../../src/sources/recognise.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { dataset } from './places.js';

/** Eight real places of Lisbon, in the order in which they are listed. */
export const lisbon: Dataset = dataset({
  columns: {
    name: ['Castelo de São Jorge', 'Museu do Azulejo', 'Oceanário', 'Jardim da Estrela', 'Museu da Água', 'Parque Eduardo VII', 'Estação do Rossio', 'Museu do Fado'],
    kind: ['Castle', 'Museum', 'Aquarium', 'Park', 'Museum', 'Park', undefined, 'Museum'],
    address: ['Rua de Santa Cruz', 'Rua da Madre de Deus 4', 'Esplanada D. Carlos I', 'Praça da Estrela', 'Rua do Alviela 12', 'Parque Eduardo VII', 'Largo Duque de Cadaval', 'Largo do Chafariz de Dentro 1'],
    opened: [1147, 1980, 1998, 1852, 1987, 1945, 1890, 1998],
  },
  categories: ['kind'],
  roles: { title: 'name', category: 'kind', address: 'address' },
  places: [[-9.1335, 38.7139], [-9.1137, 38.7246], [-9.0937, 38.7636], [-9.1597, 38.7146], [-9.1186, 38.7183], [-9.1526, 38.7282], [-9.1405, 38.7145], undefined].map((point) => point && { point: point as [number, number] }),
  about: { title: 'Places of Lisbon', publisher: 'Câmara Municipal', licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }, updated: Date.UTC(2026, 3, 2), page: 'https://city.example/data', download: 'https://city.example/places.csv' },
  problems: [{ reason: 'blank', count: 2, rows: [3, 9], dropped: true }, { reason: 'no-place', count: 1, rows: [8], dropped: false }],
  report: { encoding: 'windows-1252', delimiter: ';' },
});

interface Page {
  readonly lang?: string;
  readonly dir?: string;
  /** Classes and styles of the element's surroundings. */
  readonly style?: string;
}

/** The element with data of a test's own, once its list is there. */
export async function shown(data: Dataset, { lang = 'en', dir = 'ltr', style = '' }: Page = {}): Promise<CivicMap> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir} style=${style}><civic-map></civic-map></div>`);
  const element = box.querySelector('civic-map')!;
  element.data = data;
  await waitUntil(() => element.matches(':state(ready)'), 'the list is there');
  await element.updateComplete;
  return element;
}

/** The same, once the map is drawn and at rest. */
export async function drawn(data: Dataset, page: Page = {}): Promise<CivicMap> {
  const element = await shown(data, page);
  await waitUntil(() => element.matches(':state(drawn)'), 'the map is drawn', { timeout: 10_000 });
  await frames();
  return element;
}

export async function frames(count = 3): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((done) => void requestAnimationFrame(done));
}

export const all = <T extends HTMLElement = HTMLElement>(element: CivicMap, selector: string): T[] => [...element.shadowRoot!.querySelectorAll<T>(selector)];
export const one = <T extends HTMLElement = HTMLElement>(element: CivicMap, selector: string): T => {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
};
export const has = (element: CivicMap, selector: string): boolean => element.shadowRoot!.querySelector(selector) !== null;
export const text = (element: CivicMap, selector: string): string => one(element, selector).textContent!.replace(/\s+/g, ' ').trim();
export const titles = (element: CivicMap): string[] => all(element, '[part=list] .entry-title').map((title) => title.textContent!.trim());
export const focused = (element: CivicMap): Element | null => element.shadowRoot!.activeElement;

/** Writes into the search box and waits until it has taken effect. */
export async function search(element: CivicMap, words: string): Promise<void> {
  const input = one<HTMLInputElement>(element, 'input[type=search]');
  const done = new Promise((resolve) => element.addEventListener('civic-filter-change', resolve, { once: true }));
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await done;
  await element.updateComplete;
}

/** The colour of the map's canvas at a CSS pixel of the map, as red, green, blue. */
export function colourAt(element: CivicMap, x: number, y: number): number[] {
  const canvas = one<HTMLCanvasElement>(element, 'canvas');
  const ratio = canvas.width / canvas.getBoundingClientRect().width;
  return [...canvas.getContext('2d')!.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data].slice(0, 3);
}
