import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Demo {
  readonly origin: string;
  /** Where its database lies. */
  readonly folder: string;
  /** Everything that it printed. */
  readonly output: () => string;
  /** Stops it as Ctrl-C does, and starts it again on the same data. */
  restart(): Promise<void>;
  /** Stops it; gives its exit code. The data goes too, unless it is to be kept. */
  stop(): Promise<number | null>;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((done) => void child.once('exit', done));
}

/** A folder for one demo: the database is its own, the files of the datasets are made once for all tests. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'civic-demo-'));
  for (const part of ['files', 'compressed']) {
    const made = join(root, 'node_modules/.cache/civic-demo', part);
    mkdirSync(made, { recursive: true });
    symlinkSync(made, join(folder, part));
  }
  return folder;
}

/** Starts what `npm start` starts, with data of its own and, where none is given, on a port that is free. */
export async function startDemo({ port = 0, folder = dataFolder(), keep = false }: { port?: number; folder?: string; keep?: boolean } = {}): Promise<Demo> {
  let child: ChildProcess;
  let output = '';
  const start = (onPort: number): Promise<string> =>
    new Promise((resolve, reject) => {
      child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], { cwd: root, env: { ...process.env, PORT: String(onPort), CIVIC_DEMO_DATA: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
      const before = output.length;
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          const ready = /^Civic Elements: (http:\/\/127\.0\.0\.1:\d+)\/$/m.exec(output.slice(before));
          if (ready?.[1]) resolve(ready[1]);
        });
      }
      child.once('exit', (code) => reject(new Error(`The demo ended with ${code} before it was ready:\n${output}`)));
    });
  const end = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended(child);
  };
  const origin = await start(port);
  return {
    origin,
    folder,
    output: () => output,
    async restart() {
      await end();
      await start(Number(new URL(origin).port));
    },
    async stop() {
      const code = await end();
      if (!keep) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
