import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { createHub, type HubConfig } from '../hub/src/index.js';
import { freshDesk, freshScripts } from './built.js';
import { categories } from './categories.js';
import { makeCityData } from './city-data.js';
import { CompressedFiles } from './compression.js';
import { promisesFile } from './promises.js';
import { challenges, seed } from './seed.js';
import { createSite } from './site.js';

/**
 * `npm start`: builds what is missing or old, makes the demonstration's data, and serves the city of Elmhaven with its
 * hub on one port of this machine. `PORT` chooses the port, `CIVIC_DEMO_DATA` the folder of the data and the database.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env['PORT'] ?? 4100);
const folder = resolve(process.env['CIVIC_DEMO_DATA'] ?? join(root, 'demo/data'));
const scripts = join(root, 'dist/cdn');

function leave(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 0 || port > 65_535) leave(`PORT is “${process.env['PORT']}”, which is no port. Choose a number up to 65535: PORT=4200 npm start`);

await freshScripts();
await freshDesk();

await mkdir(folder, { recursive: true });
const compressed = new CompressedFiles(join(folder, 'compressed'));
const made = await makeCityData(join(folder, 'files'), compressed);
if (made.length > 0) console.log(`Made ${made.join(', ')} from the installed packages.`);

const database = join(folder, 'hub.db');
const settings: Partial<HubConfig> = {
  name: 'City of Elmhaven',
  database: { file: database },
  // Ideas show at once, because nobody moderates a demonstration; a real city would say 'before'.
  moderation: 'after',
  token: process.env['CIVIC_TOKEN'],
  // Everybody who tries it comes from this one machine.
  limits: {},
  categories,
  commitments: fileURLToPath(promisesFile),
  challenges: challenges(),
  embed: '/cdn/embed.html',
  base: '/hub/',
  log: false,
};
if (!existsSync(database)) await seed(settings);
const hub = await createHub(settings);
const site = createSite({ scripts, data: join(folder, 'files'), compressed, hub: (request, connection) => hub.fetch(request, connection) });
const server = createAdaptorServer({ fetch: site.fetch });

server.once('error', async (error: NodeJS.ErrnoException) => {
  await hub.close();
  leave(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start` : `The server could not start: ${error.message}`);
});
server.listen(port, '127.0.0.1', () => {
  console.log(`Civic Elements: http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // What is being answered is finished; a browser that keeps its connections open does not hold the stop up.
  const closed = new Promise<void>((done) => void server.close(() => done()));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(patience);
  await hub.close();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
