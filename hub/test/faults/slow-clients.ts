import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { rating } from '../client.js';
import { after, type Fault } from './stage.js';

const each = 15;

/** What a slow client begins with, and what it goes on to send, a byte at a time; the last never reads what it asked for. */
const kinds: readonly (() => { readonly first: string; readonly drip: string })[] = [
  () => ({ first: '', drip: `POST /v1/ratings HTTP/1.1\r\nHost: hub\r\nX-Nothing: ${'x'.repeat(1000)}` }),
  () => ({ first: head(5000), drip: JSON.stringify(rating()).padEnd(5000) }),
  // Whole but for the last byte of what it said it would send.
  () => {
    const body = JSON.stringify(rating());
    return { first: head(body.length + 1) + body, drip: '' };
  },
  () => ({ first: 'GET /v1/ideas.csv HTTP/1.1\r\nHost: hub\r\n\r\n'.repeat(10), drip: '' }),
];

const head = (length: number): string => `POST /v1/ratings HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** Sixty connections a hub, of which none ever sends a whole letter or reads an answer; what they began counts nothing. */
export const slowClients: Fault = async ({ instances, random, mend }) => {
  mend();
  const sockets: Socket[] = [];
  const drips: NodeJS.Timeout[] = [];
  for (const { address } of instances) {
    const { hostname, port } = new URL(address);
    for (const kind of kinds) {
      for (let n = 0; n < each; n += 1) {
        const socket = connect(Number(port), hostname).on('error', () => {}).pause();
        const { first, drip } = kind();
        const rest = drip[Symbol.iterator]();
        sockets.push(socket);
        await once(socket, 'connect');
        socket.write(first);
        drips.push(setInterval(() => socket.write(rest.next().value ?? ''), 50 + random.below(100)));
      }
    }
  }
  await after(1500 + random.below(1500));
  drips.forEach(clearInterval);
  sockets.forEach((socket) => socket.destroy());
};
