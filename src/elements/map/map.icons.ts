import type { TemplateResult } from 'lit';
import { drawing } from './map.icon.js';

/** What comes with the map, or later. */
const outlines = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  all: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4M8 8h4v4H8z',
  close: 'M5 5l10 10M15 5L5 15',
} as const;

export function icon(name: keyof typeof outlines): TemplateResult {
  return drawing(outlines[name]);
}
