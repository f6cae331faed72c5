import * as v from 'valibot';
import { Problem } from './problem.js';

/** The last of a page: lists are by moment, then by id, which tells apart what came at the same. */
export type After = readonly [moment: string, id: string];

const content = v.pipe(v.string(), v.parseJson(), v.tuple([v.pipe(v.string(), v.isoTimestamp()), v.pipe(v.string(), v.uuid())]));

/** What was passed as `cursor`, if anything. Throws `Problem` 400. */
export function readCursor(cursor: string | undefined): After | undefined {
  if (!cursor) return undefined;
  const { success, output } = v.safeParse(content, Buffer.from(cursor, 'base64url').toString());
  if (!success) throw new Problem(400, 'Pass “next” of the page before as it is.');
  return output;
}

/** Where the next page begins. */
export const cursorAfter = (...last: After): string => Buffer.from(JSON.stringify(last)).toString('base64url');
