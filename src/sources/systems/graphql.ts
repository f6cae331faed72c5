import { SourceError, type ReadOptions } from '../source.js';
import { isObject, jsonOf, listAt, textOf, type Json } from './answer.js';

/** What a GraphQL server says is wrong, though its answer is HTTP 200. */
export interface GraphqlError {
  readonly code: string;
  readonly message: string;
  /** The field, or the argument, that it does not know. */
  readonly unknown: string | undefined;
}

export interface GraphqlAnswer {
  readonly data: Json;
  readonly errors: readonly GraphqlError[];
}

/** Asks by POST, or by GET where the server has it so: that asks no browser for permission first. */
export async function askGraphql(address: URL, query: string, variables: Json, options: ReadOptions, method: 'GET' | 'POST' = 'POST'): Promise<GraphqlAnswer> {
  const asked = new URL(address);
  if (method === 'GET') {
    asked.searchParams.set('query', query);
    asked.searchParams.set('variables', JSON.stringify(variables));
  }
  const init = method === 'GET' ? undefined : { method, headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) };
  const { json } = await jsonOf(asked, options, init);
  return graphqlAnswer(json, address);
}

/** An answer with its errors, as graphql-ruby and Decidim write them. */
export function graphqlAnswer(json: unknown, address: URL): GraphqlAnswer {
  if (!isObject(json) || !('data' in json || 'errors' in json)) throw new SourceError('unreadable', `${address.href} is not what a GraphQL server answers.`);
  return { data: isObject(json['data']) ? json['data'] : {}, errors: listAt(json, 'errors').map(errorOf) };
}

function errorOf({ message, extensions }: Json): GraphqlError {
  const { code, fieldName, argumentName } = isObject(extensions) ? extensions : {};
  // Decidim says of each attribute what is wrong with it.
  const said = Array.isArray(message) ? listAt({ message }, 'message').map((each) => `${[each['path']].flat().join('.')} ${textOf(each['message']) ?? ''}`).join('; ') : (textOf(message) ?? '');
  const named = /(?:Field|argument) '(\w+)'/.exec(said)?.[1];
  return { code: textOf(code) ?? '', message: said, unknown: textOf(argumentName) ?? textOf(fieldName) ?? named };
}

/** The errors as one of ours. */
export function refusedBy(address: URL, errors: readonly GraphqlError[]): SourceError {
  const said = errors.map(({ code, message }) => [code, message].filter(Boolean).join(': ')).join('; ');
  return new SourceError(/not.?found/i.test(said) ? 'not-found' : 'refused', `${address.origin}${address.pathname} answers: ${said}`);
}
