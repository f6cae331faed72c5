import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface HubProcess {
  readonly address: string;
  readonly process: ChildProcess;
  /** What it wrote so far. */
  output(): string;
  /** Sends a signal and waits for the end; gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** What Node is told to run: the hub as it is written, or as `buildHub` has built it, which starts sooner. */
const written = ['--import', 'tsx', fileURLToPath(new URL('../src/main.ts', import.meta.url))];
export const built: readonly string[] = [fileURLToPath(new URL('../dist/civic-hub.js', import.meta.url))];

/** The hub as its own process, as `civic-hub` starts it; it takes what comes without proof, as often as it comes. Fails with what it wrote where it does not start. */
export const startHub = (environment: Readonly<Record<string, string>>, program: readonly string[] = written): Promise<HubProcess> =>
  startProgram(program, { CIVIC_GUARD: 'off', CIVIC_LIMITS: 'off', ...environment });

/** A program of Node that says where it answers as the hub does, on a free port. */
export async function startProgram(program: readonly string[], environment: Readonly<Record<string, string>>): Promise<HubProcess> {
  const child = spawn(process.execPath, program, { env: { PATH: process.env.PATH, PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const [, found] = /answers at (\S+)\/v1\n/.exec(output) ?? [];
        if (found) resolve(found);
      });
    }
    child.once('close', (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  return {
    address, process: child, output: () => output,
    async end(signal) {
      child.kill(signal);
      const [code, by] = child.exitCode === null && child.signalCode === null ? await once(child, 'exit') : [child.exitCode, child.signalCode];
      return code ?? by;
    },
  };
}

/** A command of `civic-hub`, to its end: its exit code and what it wrote. */
export async function runHub(environment: Readonly<Record<string, string>>, ...command: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [...written, ...command], { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  const [code] = await once(child, 'close');
  return { code, output };
}
