import type { Dataset } from '../../model/dataset.js';
import { safeUrl, safeWebUrl } from '../../model/safe-url.js';
import { plainText } from './map.text.js';

/** What a page's own template may be made of. Scripts, forms, frames and whatever else acts are not among it: an author's text is anybody's. */
const tags = new Set('A ABBR ADDRESS B BDI BLOCKQUOTE BR CAPTION CITE CODE DD DIV DL DT EM FIGCAPTION FIGURE H3 H4 H5 H6 HR I IMG LI MARK OL P SMALL SPAN STRONG SUB SUP TABLE TBODY TD TFOOT TH THEAD TIME TR U UL'.split(' '));
const attributes = new Set(['class', 'part', 'title', 'alt', 'lang', 'dir', 'colspan', 'rowspan', 'scope']);

/** The page's own way to show a place: a `<template slot="detail">` in the tag. */
export function templateOf(host: HTMLElement): HTMLTemplateElement | undefined {
  return [...host.children].find((child): child is HTMLTemplateElement => child instanceof HTMLTemplateElement && child.slot === 'detail');
}

interface Kept {
  readonly row: number;
  readonly data: Dataset;
  readonly tag: string;
  readonly fragment: DocumentFragment;
}

const kept = new WeakMap<HTMLTemplateElement, Kept>();

/** The same copy as long as it says the same, so that a focus within it stays. */
export function filledOnce(template: HTMLTemplateElement, row: number, data: Dataset, tag: string, said: Parameters<typeof filled>[2]): DocumentFragment {
  const before = kept.get(template);
  if (before?.row === row && before.data === data && before.tag === tag) return before.fragment;
  const fragment = filled(template, data, said);
  kept.set(template, { row, data, tag, fragment });
  return fragment;
}

/** A copy of it in which `{{column}}` is what a row says: as text, never as HTML, and in addresses only where they are safe. */
export function filled(template: HTMLTemplateElement, data: Dataset, said: (column: Dataset['columns'][number]) => string | undefined): DocumentFragment {
  const columns = new Map(data.columns.map((column) => [column.name.toLowerCase(), column]));
  const fill = (text: string): string => text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => {
    const column = columns.get(name.trim().toLowerCase());
    return (column && said(column)) ?? '';
  });
  const fragment = document.createDocumentFragment();
  copy(template.content, fragment, fill);
  return fragment;
}

function copy(from: Node, to: Node, fill: (text: string) => string): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) to.appendChild(document.createTextNode(fill(node.data)));
    if (!(node instanceof HTMLElement) || !tags.has(node.tagName)) continue;
    const element = document.createElement(node.tagName);
    for (const { name, value } of node.attributes) if (attributes.has(name)) element.setAttribute(name, fill(value));
    if (element instanceof HTMLAnchorElement) link(element, fill(node.getAttribute('href') ?? ''));
    // A picture without an address is none.
    if (element instanceof HTMLImageElement && !show(element, fill(node.getAttribute('src') ?? ''))) continue;
    copy(node, element, fill);
    to.appendChild(element);
  }
}

function link(element: HTMLAnchorElement, address: string): void {
  const safe = safeUrl(plainText(address), document.baseURI);
  if (!safe) return;
  element.href = safe;
  if (safe.startsWith('http')) element.rel = 'noopener noreferrer ugc';
}

function show(element: HTMLImageElement, address: string): boolean {
  const safe = safeWebUrl(plainText(address), document.baseURI);
  // The page's own pictures come as the page does.
  if (!safe || !(safe.startsWith('https:') || new URL(safe).origin === location.origin)) return false;
  element.loading = 'lazy';
  element.referrerPolicy = 'no-referrer';
  element.addEventListener('error', () => element.remove());
  element.src = safe;
  return true;
}
