/** Gives an element the height that its attribute asks for. An attribute is anybody's: only a plain length passes, a bare number is pixels. */
export function applyHeight(element: HTMLElement, asked: string): void {
  const height = /^\d+$/.test(asked) ? `${asked}px` : asked;
  if (/^\d+(\.\d+)?(px|r?em|[sld]?vh|cqi)$/.test(height)) element.style.setProperty('--civic-map-height', height);
  else element.style.removeProperty('--civic-map-height');
}
