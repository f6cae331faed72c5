import { SourceError, type ReadOptions } from '../source.js';
import { askJson, isObject, type Answer, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';

/** One CKAN: `call` asks an action and gives its `result`. */
export interface Ckan {
  readonly base: string;
  call(action: string, parameters: Readonly<Record<string, string>>): Promise<Json>;
}

/** Where the API of a portal may be: beside its pages, without the language that is part of their addresses, or at the root. */
export function bases({ origin, pathname }: URL): string[] {
  const prefix = /^(.*?)\/(?:dataset|api|organi[sz]ation|group)(?:\/|$)/.exec(pathname)?.[1] ?? '';
  const plain = prefix.replace(/\/[a-z]{2}([-_][A-Za-z]{2,4})?$/, '');
  return [...new Set([plain, prefix, ''])].map((path) => origin + path);
}

/**
 * Asks the CKAN behind an address, and keeps to the base at which it answered. Throws `Mismatch` if nothing
 * there is a CKAN.
 */
export function ckanAt(address: URL, options: ReadOptions): Ckan {
  let [base, ...others] = bases(address);
  return {
    get base() {
      return base!;
    },
    async call(action, parameters) {
      for (;;) {
        try {
          return await callAt(base!, action, parameters, options);
        } catch (error) {
          const next = others.shift();
          if (!next || !(error instanceof Mismatch)) throw error;
          base = next;
        }
      }
    },
  };
}

async function callAt(base: string, action: string, parameters: Readonly<Record<string, string>>, options: ReadOptions): Promise<Json> {
  // Only DKAN's first API has its actions in a folder, and no number before them.
  const url = new URL(`${base}/api/${action.includes('/') ? '' : '3/'}action/${action}?${new URLSearchParams(parameters)}`);
  const { status, body } = await asked(url, options);
  if (!isObject(body) || typeof body['success'] !== 'boolean') throw new Mismatch(`${url.href} does not answer like a CKAN.`);
  // Errors come with the status 200 as well.
  if (!body['success']) throw failure(body['error'], url, status);
  const { result } = body;
  // DKAN wraps what it finds into a list.
  const found: unknown = Array.isArray(result) ? result[0] : result;
  if (!isObject(found)) throw new SourceError('not-found', `${url.href} found nothing.`);
  return found;
}

async function asked(url: URL, options: ReadOptions): Promise<Answer> {
  try {
    return await askJson(url, options);
  } catch (error) {
    if (!(error instanceof SourceError) || error.reason !== 'cors') throw error;
    throw new SourceError('cors', `${url.host} does not let other sites read it. If it is a CKAN, its operator can set “ckan.cors.origin_allow_all = true”, which is off unless it is set; until then, put a copy of the file on this site, or name a civic-hub that may relay it (relay="https://hub…").`, { cause: error });
  }
}

function failure(error: unknown, url: URL, status: number): SourceError {
  const { __type: type, message } = isObject(error) ? error : { __type: error, message: undefined };
  const said = [type, message].filter((part) => typeof part === 'string').join(': ');
  const missing = /not found/i.test(said) || status === 404;
  return new SourceError(missing ? 'not-found' : 'refused', `${url.href} answered: ${said || 'no success'}.`);
}
