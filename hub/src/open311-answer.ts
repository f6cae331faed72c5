import type { Context } from 'hono';
import { problemOf } from './failure.js';
import type { Problem } from './problem.js';
import { xmlDocument, type XmlValue } from './xml.js';

const items = { services: 'service', service_requests: 'request', attributes: 'attribute', values: 'value', endpoints: 'endpoint', formats: 'format', errors: 'error' };

/** As JSON or as XML, as the end of the path says; `name` is that of the outermost element. */
export function answer({ req }: Context, name: string, value: XmlValue, init: ResponseInit = {}): Response {
  const isXml = req.path.endsWith('.xml');
  const headers = { ...init.headers, 'content-type': isXml ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8' };
  return new Response(isXml ? xmlDocument(name, value, items) : JSON.stringify(value), { ...init, headers });
}

/** Open311 knows 404 for what is not there, 403 for keys and 400 for all else a client does wrong; the code within says more exactly. */
function statusOf({ status }: Problem): number {
  if (status === 401) return 403;
  return status === 403 || status === 404 || status >= 500 ? status : 400;
}

/** What went wrong, in the form of Open311. */
export function errorAnswer(error: Error, context: Context): Response {
  const problem = problemOf(error, context);
  const { status: code, detail, errors } = problem.details;
  const said = errors ? errors.map(({ path, message }) => `${path.slice(1)}: ${message}`) : [detail ?? ''];
  return answer(context, 'errors', said.map((description) => ({ code, description })), { status: statusOf(problem), headers: problem.headers });
}
