#!/usr/bin/env node
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { backup } from './backup.js';
import { ConfigError, createHub, readConfig, type Hub } from './index.js';
import { listen } from './listening.js';
import { restore } from './restore.js';

/** In milliseconds, for requests in flight when the hub is told to stop. */
const patience = 10_000;

/** Says how the program is called. */
const usage = `civic-hub                            answers requests
civic-hub backup FILE                writes everything into one file, while hubs go on
civic-hub restore FILE [--replace]   puts it into an empty database, or in the place of what is there
Settings are variables of the environment; the README lists them.`;

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

async function run([command, file, ...options]: readonly string[]): Promise<void> {
  if (command === undefined) return start();
  if (command === '--help') return console.log(usage);
  const isBackup = command === 'backup' && options.length === 0;
  const isRestore = command === 'restore' && (options.length === 0 || options.join() === '--replace');
  if (file === undefined || file.startsWith('-') || !(isBackup || isRestore)) throw new ConfigError([usage]);
  const { database } = readConfig(process.env);
  const rows = isBackup ? await backup(database, file) : await restore(database, file, { replace: options.length > 0 });
  console.log(`${file}: ${Object.entries(rows).map(([table, count]) => `${count} ${table}`).join(', ') || 'nothing'} ${isBackup ? 'kept' : 'restored'}.`);
}

async function start(): Promise<void> {
  const { PORT = '4101', HOST: hostname = '127.0.0.1' } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new ConfigError([`PORT: write a number from 0 to 65535, not “${PORT}”.`]);
  const config = readConfig(process.env);
  const hub = await createHub(config);
  const server = listen(hub, { port, hostname });
  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(`PORT and HOST: cannot listen at ${hostname}:${port} (${error.code ?? error.message}). Stop what is there, or choose another port.`);
    process.exitCode = 1;
    void hub.close();
  });
  server.once('listening', () => {
    const { address, port: bound, family } = server.address() as AddressInfo;
    if (config.token === undefined) console.log('CIVIC_TOKEN is not set, so nobody can moderate yet.');
    if (config.origins.length === 0) console.log('CIVIC_ORIGINS is not set, so pages of other hosts cannot send answers yet.');
    console.log(`civic-hub answers at http://${family === 'IPv6' ? `[${address}]` : address}:${bound}/v1`);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server, hub));
}

/** Takes no more, finishes what is in flight, and closes the database. */
function stop(server: Server, hub: Hub): void {
  // Connections that browsers keep open for later would keep the hub alive.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const force = setTimeout(() => server.closeAllConnections(), patience);
  server.close(() => {
    clearInterval(idle);
    clearTimeout(force);
    void hub.close();
  });
}
