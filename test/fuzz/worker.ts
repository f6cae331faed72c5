import { runCase } from './case.js';
import { seeds } from './seeds.js';

/** Runs the cases that it is told to, and says before each that it begins: whoever listens sees a hang, and a crash. */
const all = seeds();
let current = -1;
process.on('unhandledRejection', (reason) => process.send?.({ number: current, seed: '', outcome: 'unhandled', fault: `an error that nobody catches: ${reason instanceof Error ? reason.stack : String(reason)}` }));
process.on('message', ({ from, to }: { from: number; to: number }) => void run(from, to));
process.send?.({ ready: true });

async function run(from: number, to: number): Promise<void> {
  for (current = from; current < to; current += 1) {
    process.send?.({ begins: current });
    process.send?.({ number: current, ...(await runCase(current, all)) });
  }
  process.send?.({ ready: true });
}
