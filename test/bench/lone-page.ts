import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../browsers/find.mjs';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { memory, pageProcesses } from './process-memory.js';

/** What a page found when it did its work once. */
export interface Figures {
  readonly milliseconds: number;
  /** The longest task of its main thread, in milliseconds; tasks below 50 ms are not told. */
  readonly longest: number;
  readonly rows: number;
  /** The most memory that the page's process ever held, workers included, beyond what it held while it was blank; NaN where that is not told. */
  readonly megabytes: number;
}

/** Answers to requests, by their paths. */
type Files = Readonly<Record<string, Buffer>>;

/**
 * A server for pages that do one thing in a browser of their own which nobody watches: developer tools keep copies of what
 * comes over the net, which would be counted as the page's.
 */
export async function startLonePages(files: Files, folders: Readonly<Record<string, string>>): Promise<{ measure(program: string): Promise<Figures>; close(): Promise<void> }> {
  let program = '';
  let [begun, ended]: [() => void, (figures: Omit<Figures, 'megabytes'>) => void] = [() => undefined, () => undefined];
  const server: StaticServer = await startStatic({
    folders,
    async answer(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/begin') begun();
      if (pathname === '/end') ended(JSON.parse((await request.setEncoding('utf8').toArray()).join('')) as Figures);
      const body = pathname === '/' ? Buffer.from(page(program)) : /^\/(begin|end)$/.test(pathname) ? Buffer.from('') : files[pathname];
      if (!body) return false;
      response.setHeader('content-type', pathname === '/' ? 'text/html' : pathname.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
      response.setHeader('content-length', body.length);
      response.end(body);
      return true;
    },
  });
  return {
    async measure(work) {
      program = work;
      const profile = mkdtempSync(join(tmpdir(), 'lone-page-'));
      const blank = new Map<number, number>();
      const browser = spawn(findChromium(), ['--headless', ...chromiumFlags, `--user-data-dir=${profile}`, `${server.origin}/`], { stdio: 'ignore', detached: true });
      const figures = await new Promise<Omit<Figures, 'megabytes'>>((resolve, reject) => {
        begun = () => pageProcesses(browser.pid!).forEach((id) => blank.set(id, memory(id, 'VmRSS')));
        ended = resolve;
        setTimeout(() => reject(new Error('The page did not end its work within two minutes.')), 120_000).unref();
      });
      const megabytes = Math.max(...[...blank].map(([id, before]) => memory(id, 'VmHWM') - before));
      process.kill(-browser.pid!, 'SIGKILL');
      await new Promise((done) => browser.once('exit', done));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      return { ...figures, megabytes: Number.isFinite(megabytes) ? megabytes : Number.NaN };
    },
    close: () => server.close(),
  };
}

/** A page that makes itself ready, waits until the browser has ended its own start, says so, does its work and tells what it found. */
const page = (program: string): string => `<!doctype html><title>Bench</title><script type="module">
  const work = await (${program});
  await new Promise((done) => setTimeout(done, 1500));
  await fetch('/begin');
  let longest = 0;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: 'longtask' });
  const started = performance.now();
  const rows = await work();
  const milliseconds = performance.now() - started;
  await new Promise((done) => setTimeout(done, 100));
  await fetch('/end', { method: 'POST', body: JSON.stringify({ milliseconds, longest, rows }) });
</script>`;
