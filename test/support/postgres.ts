import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface Postgres {
  /** Makes a new empty database and gives its address. */
  createDatabase(): Promise<string>;
  /** Ends the server: at once, as if its machine failed, or as soon as what runs is broken off. Starts it again with what it had. */
  pause(how?: 'immediate' | 'fast'): Promise<void>;
  resume(): Promise<void>;
  /** Whether it is there: one that has no room for its log ends by itself. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

interface PostgresOptions {
  /** The folder in which it makes its own. */
  readonly within?: string;
  /** As `postgres -c` takes them. */
  readonly settings?: readonly string[];
}

/** A PostgreSQL of its own in a temporary folder on a free loopback port, or a sentence that says why there is none. */
export async function startPostgres({ within = tmpdir(), settings = ['fsync=off'] }: PostgresOptions = {}): Promise<Postgres | string> {
  const programs = findPrograms();
  if (!programs) return 'PostgreSQL is not installed (on Debian: apt-get install postgresql)';
  const account = process.getuid?.() === 0 ? findAccount() : undefined;
  if (process.getuid?.() === 0 && !account) return 'PostgreSQL does not run as root, and there is no user “postgres” or “nobody”';
  const folder = mkdtempSync(join(within, 'civic-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const options = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, ...account };
  execFileSync(join(programs, 'initdb'), ['--pgdata', join(folder, 'data'), '--auth=trust', '--username=civic', '--encoding=UTF8', '--no-sync'], { ...options, stdio: 'ignore' });

  const port = await freePort();
  const address = (database: string): string => `postgres://civic@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;
  const isRunning = (): boolean => server !== undefined && server.exitCode === null && server.signalCode === null;
  const pause = async (how: 'immediate' | 'fast' = 'immediate'): Promise<void> => {
    if (!isRunning()) return;
    const ended = once(server!, 'exit');
    // The signals of `pg_ctl stop -m`.
    server!.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  const stop = async (): Promise<void> => {
    await pause();
    rmSync(folder, { recursive: true, force: true });
  };
  const resume = async (): Promise<void> => {
    server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'max_connections=50', ...settings.flatMap((setting) => ['-c', setting])], { ...options, stdio: 'ignore' });
    await untilReady(address('postgres'));
  };
  try {
    await resume();
  } catch (error) {
    await stop();
    throw error;
  }
  let count = 0;
  return {
    pause,
    resume,
    isRunning,
    stop,
    async createDatabase() {
      count += 1;
      const client = new Client(address('postgres'));
      await client.connect();
      await client.query(`create database civic_${count}`);
      await client.end();
      return address(`civic_${count}`);
    },
  };
}

/** The folder of the newest installed version. */
function findPrograms(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const folders = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)).map((version) => join(versions, version, 'bin')) : [];
  return [...folders, ...(process.env.PATH ?? '').split(':')].find((each) => existsSync(join(each, 'initdb')) && existsSync(join(each, 'postgres')));
}

function findAccount(): { uid: number; gid: number } | undefined {
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })));
      return { uid: uid!, gid: gid! };
    } catch {
      // There is no such user; the next one may be there.
    }
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function untilReady(address: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client(address);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
