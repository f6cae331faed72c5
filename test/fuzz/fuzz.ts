import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Result } from './case.js';
import { runCase } from './case.js';
import { seeds } from './seeds.js';

/**
 * `npm run fuzz [how many] [first]`: reads broken files, and answers of servers gone mad, that are the same every time;
 * fails if one hangs, crashes, pollutes a prototype, runs a string, or ends in anything but a report or a SourceError.
 * `npm run fuzz -- case 1234` runs one again.
 */
const patience = 5000;
const batch = 100;
const parallel = 2;

interface Message extends Partial<Result> {
  readonly ready?: true;
  readonly begins?: number;
  readonly number?: number;
}

if (process.argv[2] === 'case') {
  const started = performance.now();
  console.log(await runCase(Number(process.argv[3]), seeds()), `${(performance.now() - started).toFixed(0)} ms`);
  process.exit(0);
}

const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1);
const outcomes = new Map<string, number>();
const faults: string[] = [];
const started = performance.now();
let next = first;
let slowest = { number: 0, milliseconds: 0 };

function fail(number: number, fault: string): void {
  faults.push(`case ${number}: ${fault}`);
  console.log(faults.at(-1));
}

/** One process after the other, each until it hangs, dies or has nothing more to do. */
async function lane(): Promise<void> {
  let pending: { from: number; to: number } | undefined;
  while (pending || next < first + count) pending = await life(pending);
}

function life(rest: { from: number; to: number } | undefined): Promise<{ from: number; to: number } | undefined> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), { execArgv: ['--import', 'tsx', '--max-old-space-size=1500'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let work = rest;
    let current = -1;
    let began = 0;
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2000)));
    const watch = setInterval(() => {
      if (current >= 0 && performance.now() - began > patience) {
        fail(current, `takes more than ${patience / 1000} s`);
        child.kill('SIGKILL');
      }
    }, 500);
    child.on('message', (message: Message) => {
      if (message.begins !== undefined) {
        current = message.begins;
        began = performance.now();
      } else if (message.ready) {
        current = -1;
        work = next < first + count ? { from: next, to: Math.min(next + batch, first + count) } : undefined;
        if (rest) work = rest;
        rest = undefined;
        if (!work) return void child.disconnect();
        if (work.from === next) next = work.to;
        child.send(work);
      } else if (message.number !== undefined) {
        const milliseconds = performance.now() - began;
        if (milliseconds > slowest.milliseconds) slowest = { number: message.number, milliseconds };
        outcomes.set(message.outcome ?? '', (outcomes.get(message.outcome ?? '') ?? 0) + 1);
        if (message.fault) fail(message.number, `${message.fault} (${message.seed})`);
      }
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (current >= 0 && signal !== 'SIGKILL') fail(current, `ended the process (${code ?? signal}): ${errors.trim().split('\n').slice(-5).join(' ')}`);
      resolve(current >= 0 && work && current + 1 < work.to ? { from: current + 1, to: work.to } : undefined);
    });
  });
}

await Promise.all(Array.from({ length: parallel }, lane));
console.log([...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, times]) => `${outcome} ${times}`).join(', '));
console.log(`${count} cases from ${first}, of ${seeds().length} files, in ${((performance.now() - started) / 1000).toFixed(0)} s; the slowest, ${slowest.number}, took ${slowest.milliseconds.toFixed(0)} ms; ${faults.length} failed`);
process.exitCode = faults.length > 0 ? 1 : 0;
