/** Answers `fetch` from a table of paths for the length of one test; an address that is not in the table fails as the network does. */
export function serve(table: Record<string, (request: Request) => Response | Promise<Response>>): { restore: () => void; readonly requests: Request[] } {
  const real = globalThis.fetch;
  const requests: Request[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const url = new URL(request.url);
    const answer = table[`${request.method} ${url.pathname}`] ?? table[url.pathname] ?? table[url.href];
    if (!answer) throw new TypeError(`Failed to fetch ${url.href}: no such address in this test`);
    return answer(request);
  };
  return { requests, restore: () => void (globalThis.fetch = real) };
}

export const json = (body: unknown, status = 200) => (): Response => Response.json(body, { status });
export const text = (body: string, type = 'text/plain') => (): Response => new Response(body, { headers: { 'content-type': type } });
export const status = (code: number) => (): Response => new Response('', { status: code });
