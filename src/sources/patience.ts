const pause = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

/** Waits as long as a server asks that has had enough; false where it asks for more than a reader waits. */
export async function waited({ status, headers }: Response, tries: number): Promise<boolean> {
  const said = headers.get('retry-after');
  // Other sites do not let us see the header: then each wait is twice as long as the one before.
  if (tries > 2 || (status === 503 && !said)) return false;
  const seconds = said ? (Number.isNaN(Number(said)) ? (Date.parse(said) - Date.now()) / 1000 : Number(said)) : 2 ** tries;
  if (!(seconds <= 60)) return false;
  await pause(Math.max(0, seconds) * 1000);
  return true;
}
