import type { FieldError, FieldErrorCode } from '../../model/hub.js';
import { newId } from '../../model/id.js';
import { ideaLimits, type IdeaDraft, type IdeaPlace } from '../../model/idea.js';
import type { Draft } from './ideas.own.js';

/** An empty form. */
export function emptyDraft(): Draft {
  return { id: newId(), key: secret(), title: '', text: '', category: '', address: '', point: '' };
}

/** 144 random bits in base64url. */
export function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
}

/** What has to be mended before it can be sent. */
export function faultsOf({ title, text, address, point }: Draft): readonly FieldError[] {
  const faults: FieldError[] = [];
  const check = (path: string, value: string, [least, most]: readonly [number, number], needed: boolean): void => {
    const { length } = value.trim();
    if (length === 0 && !needed) return;
    const code: FieldErrorCode | undefined = length === 0 ? 'required' : length < least ? 'too-short' : length > most ? 'too-long' : undefined;
    if (code) faults.push({ path, code, message: `${path} has ${length} characters; it may have ${least} to ${most}.` });
  };
  check('/title', title, ideaLimits.title, true);
  check('/text', text, ideaLimits.text, true);
  check('/place/address', address, ideaLimits.address, false);
  if (point.trim() && !pointOf(point)) faults.push({ path: '/place', code: 'not-valid', message: 'The point is no latitude and longitude.' });
  return faults;
}

/** The draft as it is sent; what is empty is left out. */
export function ideaOf(draft: Draft, lang: string, challenge = ''): Omit<IdeaDraft, 'key'> {
  const { id, category } = draft;
  const place = placeOf(draft);
  return {
    id,
    title: draft.title.trim(),
    text: draft.text.trim(),
    ...(place ? { place } : {}),
    ...(category ? { category } : {}),
    ...(challenge ? { challenge } : {}),
    lang,
  };
}

/** The other way: what stands in the form for an idea that was to be sent. */
export function draftOf({ id, key, title, text, category = '', place = {} }: IdeaDraft): Draft {
  const { lon, lat, address = '' } = place;
  return { id, key, title, text, category, address, point: lon === undefined || lat === undefined ? '' : pointText(lon, lat) };
}

function placeOf({ address, point }: Draft): IdeaPlace | undefined {
  const place = { ...pointOf(point), ...(address.trim() ? { address: address.trim() } : {}) };
  return Object.keys(place).length > 0 ? place : undefined;
}

/** Latitude first, as people copy it from maps: `52.52, 13.4`, `52,52; 13,4`, `geo:52.52,13.4`. Five decimals are a metre. */
export function pointOf(text: string): { readonly lon: number; readonly lat: number } | undefined {
  const plain = text.trim().replace(/^geo:/i, '').replaceAll('°', '');
  // Where numbers have a decimal point a comma parts them; else a comma may be the decimal sign, and something else parts.
  const parts = /[.]/.test(plain) || !/[;\s]/.test(plain) ? plain.split(/[,;\s]+/) : plain.split(/[;\s]+/).map((part) => part.replace(/,$/, '').replace(',', '.'));
  if (parts.length !== 2 || !parts.every((part) => /^[-+]?\d+(\.\d+)?$/.test(part))) return undefined;
  const [lat, lon] = parts.map((part) => Math.round(Number(part) * 1e5) / 1e5) as [number, number];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : undefined;
}

/** A point as it is written into the field. */
export function pointText(lon: number, lat: number): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}
