import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Column, Role } from '../../model/dataset.js';
import { safeUrl, safeWebUrl } from '../../model/safe-url.js';
import { valueText } from './map.values.js';

/** A value where it may be more than text: a link, a number to call, an address to write to. */
export function valueView(column: Column, role: Role | undefined, row: number, language: Language): TemplateResult | string | undefined {
  const text = valueText(column, role, row, language);
  if (text === undefined || column.type === 'number' || column.type === 'date') return text;
  const link = linkOf(text, role);
  if (link) return html`<a href=${link} rel=${link.startsWith('http') ? 'noopener noreferrer ugc' : nothing}><bdi>${text.replace(/^https?:\/\/(www\.)?|\/$/g, '')}</bdi></a>`;
  return html`<bdi>${text}</bdi>`;
}

/** A picture's address: https alone, since a page on https shows no other. */
export function pictureOf(value: number | string | undefined): string | undefined {
  const address = typeof value === 'string' ? safeWebUrl(value) : undefined;
  return address?.startsWith('https:') ? address : undefined;
}

function linkOf(text: string, role: Role | undefined): string | undefined {
  if (/^https?:\/\/\S+$/i.test(text)) return safeWebUrl(text);
  if (/^[^\s@/:?&]+@[^\s@/:?&]+\.[a-z]{2,}$/i.test(text)) return safeUrl(`mailto:${text}`);
  if (role === 'link' && /^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i.test(text)) return safeWebUrl(`https://${text}`);
  if (role !== 'phone') return undefined;
  const number = text.replace(/\(0\)|[^\d+]/g, '');
  return /^\+?\d{3,15}$/.test(number) ? safeUrl(`tel:${number}`) : undefined;
}
