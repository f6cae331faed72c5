import type { Context } from 'hono';
import { isBusy, isFull, isOfDatabase } from './database.js';
import { logFailure } from './log.js';
import { Problem } from './problem.js';

declare module 'hono' {
  interface ContextVariableMap {
    /** What kind of error nobody foresaw. */
    failure: 'database' | 'database-away' | 'disk-full' | 'other';
  }
}

/** What whoever asked is told of an error: a problem as it is; of what we did not foresee, only whether to try again. */
export function problemOf(error: Error, context: Context): Problem {
  if (error instanceof Problem) return error;
  // PostgreSQL alone cannot even look for a NUL.
  if ((error as { code?: unknown }).code === '22021') return new Problem(400, 'There is a NUL or half a character in what was sent.');
  logFailure(error, context);
  const failure = isFull(error) ? 'disk-full' : isBusy(error) ? 'database-away' : isOfDatabase(error) ? 'database' : 'other';
  context.set('failure', failure);
  switch (failure) {
    case 'disk-full': return new Problem(503, 'The database has no room on its disk, so that nothing can be kept until whoever runs the hub makes some. Send the same request again later; nothing is kept twice.', { headers: { 'retry-after': '60' } });
    case 'database-away': return new Problem(503, 'The database is busy or away. Send the same request again in a moment; nothing is kept twice.', { headers: { 'retry-after': '2' } });
    default: return new Problem(500, 'Something went wrong here. Send the same request again later; nothing is kept twice.');
  }
}
