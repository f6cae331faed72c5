import { mayStart } from './worker-policy.js';

/** Milliseconds for which the text that starts a worker of another origin has to be there. */
const patience = 10_000;

/**
 * A worker, if the page's policy lets one start; it may still fail to load, which its `error` event says. `create` makes
 * one whose script lies on the page's own origin, written so that bundlers see it; `address` is that of the same script.
 */
export async function startWorker(create: () => Worker, address: string): Promise<Worker | undefined> {
  const isOwn = new URL(address).origin === location.origin;
  if (!(await mayStart(isOwn ? 'self' : 'blob'))) return undefined;
  try {
    return isOwn ? create() : fromElsewhere(address);
  } catch {
    return undefined;
  }
}

/** A script of another site may be no worker, but one may import it. */
function fromElsewhere(address: string): Worker {
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  setTimeout(() => URL.revokeObjectURL(script), patience);
  return new Worker(script, { type: 'module' });
}
