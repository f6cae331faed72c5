import * as v from 'valibot';
import { ideaLimits } from '../../src/model/idea.js';
import { fieldError } from './body.js';
import type { HubConfig } from './config.js';
import { fingerprint, hash } from './fingerprint.js';
import { ideaBody, type IdeaBody } from './idea-body.js';
import { anyService } from './open311-services.js';
import { invalid, Problem } from './problem.js';

interface Sent {
  readonly form: URLSearchParams;
  /** The header Idempotency-Key. */
  readonly repeatKey: string | undefined;
  readonly apiKey: string;
}

/** By the fields of an idea, what they are called in a request. */
const names: Readonly<Record<string, string>> = {
  '/id': '/attribute[id]', '/text': '/description', '/category': '/service_code', '/place/lat': '/lat', '/place/lon': '/long', '/place/address': '/address_string', '/place': '/lat',
};

/**
 * The idea that a request is. What tells who sent it (e-mail, name, phone, device, account) and media_url are not read,
 * so they are kept nowhere. Throws `Problem`, whose errors name the fields of Open311.
 */
export function ideaOfReport({ form, repeatKey, apiKey }: Sent, categories: HubConfig['categories']): IdeaBody {
  const field = (name: string): string | undefined => form.get(name)?.trim() || undefined;
  const service = field('service_code');
  if (service === undefined) throw invalid(400, { path: '/service_code', code: 'required', message: 'Name the service by its code; services.json lists them.' });
  const [lat, lon, address] = [degrees('lat', field('lat')), degrees('long', field('long')), field('address_string')];
  if (lat === undefined && lon === undefined && address === undefined) {
    throw invalid(400, { path: '/lat', code: 'required', message: 'Send lat and long, or address_string. Ids of addresses (address_id) are not known here.' });
  }
  const { title, text } = headlined(field('description') ?? '', field('attribute[title]'));
  const content = { title, text, place: { lon, lat, address }, ...(service !== anyService && { category: service }) };
  const id = field('attribute[id]') ?? uuidOf(repeatKey === undefined ? [apiKey, content] : [apiKey, 'repeat', repeatKey]);
  // Made from what the sender alone has, so that the same request again has the same key.
  const draft = { ...content, id, key: hash(`${apiKey} ${id.toLowerCase()}`) };
  const { success, output, issues } = v.safeParse(ideaBody(categories), draft);
  if (success) return output;
  const isTitled = field('attribute[title]') !== undefined;
  const errors = issues.map(fieldError).map(({ path, ...rest }) => ({ path: path === '/title' ? (isTitled ? '/attribute[title]' : '/description') : names[path] ?? path, ...rest }));
  throw new Problem(422, 'The request cannot be taken.', { errors });
}

function degrees(name: string, text: string | undefined): number | undefined {
  if (text === undefined || /^[+-]?\d+(\.\d+)?$/.test(text)) return text === undefined ? undefined : Number(text);
  throw invalid(400, { path: `/${name}`, code: 'not-valid', message: 'Write degrees as 13.4 or -0.1.' });
}

/** Title and text of a description: its first line where that is short enough and enough follows, else its beginning and all of it. */
function headlined(description: string, title: string | undefined): { title: string; text: string } {
  if (title !== undefined) return { title, text: description };
  const [shortest, longest] = ideaLimits.title;
  const [first = '', ...rest] = description.split(/\r\n?|\n/);
  const line = first.trim();
  const text = rest.join('\n').trim();
  if (lengthOf(line) >= shortest && lengthOf(line) <= longest && lengthOf(text) >= ideaLimits.text[0]) return { title: line, text };
  const whole = description.replace(/\s+/g, ' ').trim();
  return { title: lengthOf(whole) <= longest ? whole : `${cut(whole, longest - 1)}…`, text: description };
}

const lengthOf = (text: string): number => [...text].length;

/** At the last blank that leaves more than half of it. */
function cut(text: string, length: number): string {
  const beginning = [...text].slice(0, length).join('');
  const blank = beginning.lastIndexOf(' ');
  return blank > beginning.length / 2 ? beginning.slice(0, blank) : beginning;
}

/** A UUID of version 8, which is made from content: the same content is the same id. */
function uuidOf(content: unknown): string {
  const hex = Buffer.from(fingerprint(content), 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
