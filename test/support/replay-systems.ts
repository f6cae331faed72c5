import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api, Asked } from './system-apis.js';

export interface System {
  readonly origin: string;
  /** What was asked, in its order. */
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** A system of a city on a loopback port, which takes what is sent to it, too. Text goes out as it is. */
export async function startSystem(api: Api): Promise<System> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
      const one = { method: request.method ?? '', url: new URL(request.url ?? '/', `http://${request.headers.host}`), headers: request.headers, body };
      asked.push(one);
      const { status = 200, headers = {}, body: said } = api(one) ?? { status: 404, body: '<!doctype html><title>Not found</title>' };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
