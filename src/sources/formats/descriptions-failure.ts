import type { Description } from './descriptions.js';
import { isObject, type Json } from './records-item.js';

/** What stands beside a message where there is nothing but that. */
const beside = new Set(['code', 'status', 'statusCode', 'type', 'error', 'errors', 'errorCode', 'errorcode', 'error_code', 'data', 'details', 'path', 'timestamp', 'help', 'success', 'title', 'options', 'requestId', 'trace_id']);

/** The error of a portal, in its own words. */
export function describeFailure(top: Json): Description | undefined {
  const { success, error, message, code, ...rest } = top;
  const name = rest['error_code'] ?? rest['errorCode'];
  const isError = success === false
    || (error === true && typeof message === 'string')
    || (typeof error === 'string' && Object.keys(rest).length <= 3)
    || (typeof message === 'string' && Object.keys(rest).every((key) => beside.has(key)));
  if (!isError) return undefined;
  const said = isObject(error) ? [error['__type'], error['message'] ?? fieldsOf(error)] : [name ?? code, message ?? (typeof error === 'string' ? error : undefined), typeof error === 'string' ? rest['description'] : undefined];
  const text = said.filter((part) => part !== undefined && part !== null && part !== '').map(String).join(': ').replace(/\.$/, '') || 'no success';
  const isMissing = /not.?found|no (service|such (dataset|resource))|nothing found|does(n.t| not) exist|cannot find|unknown.?dataset|\b404\b/i.test(`${text} ${String(rest['status'] ?? '')}`);
  return { what: `an error of a portal: ${text}`, advice: 'The dataset is not there, or not open.', reason: isMissing ? 'not-found' : 'refused' };
}

/** What CKAN says of each parameter that it does not take. */
function fieldsOf({ __type, ...fields }: Json): string | undefined {
  return Object.entries(fields).map(([name, problems]) => `${name}: ${[problems].flat().join(', ')}`).join('; ') || undefined;
}
