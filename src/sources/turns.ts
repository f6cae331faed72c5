/** The last request to each host. */
const last = new Map<string, Promise<unknown>>();
/** A server that does not answer keeps nobody waiting for longer, in milliseconds. */
const patience = 10_000;

/** One request at a time for each host: what a page asks for at once comes one after the other. */
export async function inTurn<T>(host: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(host);
  const mine = before ? settled(before).then(work) : work();
  const over = mine.then(() => undefined, () => undefined);
  last.set(host, over);
  try {
    return await mine;
  } finally {
    if (last.get(host) === over) last.delete(host);
  }
}

/** The end of a request, or of our patience; a timer that nobody needs any more keeps no program running. */
async function settled(before: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([before, new Promise<void>((done) => (timer = setTimeout(done, patience)))]);
  clearTimeout(timer);
}
