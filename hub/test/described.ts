import Ajv, { type ValidateFunction } from 'ajv';
import type { Answer } from './client.js';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>> }>>>>;
}

/** Holds answers against the description that a hub gives of itself. */
export class Description {
  readonly #paths: [pattern: RegExp, path: string][];
  readonly #document: Described;
  readonly #ajv = new Ajv({ format: 'full', unknownFormats: 'ignore' });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: Described) {
    this.#document = document;
    this.#ajv.addSchema(document, 'hub');
    // A path without parameters goes before one with them, as “similar” before “{id}”.
    this.#paths = Object.keys(document.paths).sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => [new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`), path]);
  }

  /** What about an answer is not in the description; undefined, where all is. */
  fault(method: string, address: string, { status, headers, body }: Pick<Answer, 'status' | 'headers' | 'body'>): string | undefined {
    const below = /\/v1(\/[^?]*|)(\?|$)/.exec(address)?.[1];
    const path = this.#paths.find(([pattern]) => below !== undefined && pattern.test(below || '/'))?.[1];
    // What is no path, no method, or a question that browsers ask before, is nothing that anybody describes.
    if (path === undefined || status === 405 || (path === '/' && status === 404) || method === 'OPTIONS') return [204, 403, 404, 405].includes(status) ? undefined : `${method} ${address}: ${status}, and no such path`;
    const response = this.#document.paths[path]![method.toLowerCase().replace('head', 'get')]?.responses[status];
    const said = `${method} ${path}: ${status}`;
    if (!response) return `${said} is not in it`;
    const type = headers.get('content-type')?.split(';')[0];
    const content = response.content ?? {};
    if (type === undefined) return Object.keys(content).length === 0 ? undefined : `${said} has no content type`;
    // What is relayed is of any type.
    const found = content[type] ?? content['application/octet-stream'];
    if (!found) return `${said} as ${type} is not in it`;
    if (!found.schema || method === 'HEAD') return undefined;
    const pointer = `hub#/paths/${[path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate = this.#validators.get(pointer) ?? this.#ajv.compile({ $ref: pointer });
    this.#validators.set(pointer, validate);
    return validate(body) ? undefined : `${said}: ${this.#ajv.errorsText(validate.errors)}`;
  }
}
