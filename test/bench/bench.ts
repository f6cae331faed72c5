import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench [name …]`: every benchmark of this folder, or those that are named; each prints ratios measured in one run. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const benches = readdirSync(folder).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}; there are: ${benches.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of benches.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    console.log(`\n── ${name}`);
    const { run } = (await import(`./${name}.bench.js`)) as { run: () => Promise<void> };
    await run();
  }
}
