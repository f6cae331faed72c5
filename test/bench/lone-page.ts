import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../browsers/find.mjs';
import { startStatic, type StaticServer } from '../support/static-server.js';

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

/** `VmHWM` and its like of a process, in megabytes, as Linux tells them. */
function memory(id: number, field: 'VmHWM' | 'VmRSS'): number {
  const path = `/proc/${id}/status`;
  return existsSync(path) ? Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : Number.NaN;
}

/** The processes of pages that a browser has: that of ours, and one that it keeps in reserve. */
function pageProcesses(browser: number): readonly number[] {
  if (!existsSync('/proc')) return [];
  const read = (id: number, file: string): string => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const parent = (id: number): number => Number(/^PPid:\s+(\d+)/m.exec(read(id, 'status'))?.[1] ?? 0);
  const belongs = (id: number): boolean => id === browser || (id > 1 && belongs(parent(id)));
  return readdirSync('/proc').map(Number).filter((id) => id > 1 && read(id, 'cmdline').includes('--type=renderer') && belongs(id));
}
