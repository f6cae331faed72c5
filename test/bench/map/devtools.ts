import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumFlags, findChromium } from '../../browsers/find.mjs';

/** Sends a command of the DevTools protocol and resolves with its answer; rejects with what the browser says is wrong. */
export type Send = <Answer = unknown>(method: string, params?: object) => Promise<Answer>;

export interface Browser {
  readonly id: number;
  readonly send: Send;
  /** Opens an address in a profile, and so in a process, of its own. */
  open(address: string): Promise<{ send: Send; close(): Promise<void> }>;
  stop(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Chromium over a pipe, told only what a bench says: a driver of tests would ask for every request too, and the copies that the
 * browser keeps for it would count as the page's memory.
 */
export async function startBrowser(...flags: readonly string[]): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'map-bench-'));
  const child = spawn(findChromium(), ['--headless', '--remote-debugging-pipe', ...chromiumFlags, ...flags, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(reason: Error): void }>();
  let [last, rest] = [0, ''];
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop()!;
    for (const message of messages) {
      const { id = 0, result, error } = JSON.parse(message) as Message;
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  });
  const sender = (sessionId?: string): Send => (method, params = {}) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve: resolve as (answer: unknown) => void, reject });
    input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
  const send = sender();
  return {
    id: child.pid!,
    send,
    async open(address) {
      const { browserContextId } = await send<{ browserContextId: string }>('Target.createBrowserContext');
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: address, browserContextId, width: 1280, height: 900 });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      return { send: sender(sessionId), close: async () => void (await send('Target.disposeBrowserContext', { browserContextId })) };
    },
    async stop() {
      process.kill(-child.pid!, 'SIGKILL');
      await new Promise((done) => child.once('exit', done));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
