import type { kinds } from '../data.js';

export type Kind = (typeof kinds)[number];

/** What a page is to draw. */
export interface Given {
  readonly url: string;
  readonly format: 'csv' | 'geojson';
  readonly shape: 'points' | 'polygons';
  readonly rows: number;
}

/** A library as a page uses it. What it has drawn is seen on its canvases, by one rule for all. */
export interface Peer {
  /** Requests a file and draws it. */
  draw(target: HTMLElement, given: Given): unknown;
  /** What has to be there before the first filter. */
  prepare?(): Promise<unknown>;
  /** Draws one category alone, or all again. */
  filter(kind: Kind | undefined): unknown;
}

/** So many points that a library's guide says to draw clusters. */
export const many = 50_000;

/** Strong colours: what is drawn is told from its ground by them. */
export const colours: Readonly<Record<Kind, string>> = { oak: '#b91c1c', lime: '#15803d', maple: '#c2410c', plane: '#1d4ed8', birch: '#a21caf', ash: '#0e7490' };

/** Gives the library to the page that measures it. */
export function offer(peer: Peer): void {
  (globalThis as unknown as { peer: Peer }).peer = peer;
}
