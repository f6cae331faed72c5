import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';
import type { Entry, Outcome, Verdict } from './check.js';
import { checks } from './checks.js';
import { live } from './live.js';
import { origins } from './origins.js';
import { checkRoles } from './roles.js';

/**
 * `npm run corpus [part of a file's name or kind …]`: reads every real file of ../shared/data over HTTP and says of each
 * whether our reader found what other programs found in it. Ends with the counts; fails if any is wrong.
 */
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
if (!existsSync(data)) {
  console.log('1 skipped: no ../shared/data');
  process.exit(0);
}

const indexes = readdirSync(data).filter((folder) => existsSync(`${data}${folder}/index.json`));
const entries = [...indexes.flatMap((folder) => (JSON.parse(readFileSync(`${data}${folder}/index.json`, 'utf8')) as { files: Entry[] }).files.map((entry) => ({ ...entry, file: `${folder}/${entry.file}` }))).concat(origins), ...live];
const asked = process.argv.slice(2);
const wanted = entries.filter(({ file, kind }) => asked.length === 0 || asked.some((part) => file.includes(part) || kind.includes(part)));

/** Files as they lie there, of a type that says nothing; with ranges, as servers of large files have them. */
const server = createServer((request, response) => {
  const file = `${data}${decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname.slice(1))}`;
  if (!existsSync(file) || file.includes('..')) return void response.writeHead(404).end();
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const size = readFileSync(file).length;
  response.setHeader('content-type', 'application/octet-stream').setHeader('accept-ranges', 'bytes');
  if (!range) return void createReadStream(file).pipe(response.writeHead(200, { 'content-length': size }));
  const [start, end] = [Number(range[1]), Math.min(Number(range[2]), size - 1)];
  if (start >= size) return void response.writeHead(416).end();
  return void createReadStream(file, { start, end }).pipe(response.writeHead(206, { 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${size}` }));
});
await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function read(entry: Entry): Promise<Verdict> {
  const address = new URL(`${origin}/${entry.file}`);
  const check = checks[entry.kind];
  if (!check) return [`no check for the kind “${entry.kind}”`];
  const open = (options: DatasetOptions): Promise<Awaited<ReturnType<typeof openDataset>>> => openDataset(address, { ...options, signal: AbortSignal.timeout(60_000) });
  const found: unknown = await open({}).catch((error: unknown) => error);
  if (found instanceof Error && !(found instanceof SourceError)) return [`an error that is no SourceError: ${found.stack}`];
  const outcome: Outcome = {
    dataset: found instanceof Error ? undefined : (found as Outcome['dataset']),
    error: found instanceof SourceError ? found : undefined,
    address,
    open,
    bytes: async () => readFile(`${data}${entry.file}`),
  };
  const verdict = await check(entry, outcome);
  // What columns mean is asked of files that were read as they should be.
  return !Array.isArray(verdict) || !outcome.dataset ? verdict : [...verdict, ...checkRoles(entry.file, outcome.dataset)];
}

const counts = { right: 0, described: 0, refused: 0, wrong: 0 };
for (const entry of wanted) {
  const started = performance.now();
  const verdict = await read(entry).catch((error: unknown): Verdict => [`the check itself failed: ${error instanceof Error ? error.stack : String(error)}`]);
  const time = `${(performance.now() - started).toFixed(0)} ms`;
  if ('refused' in verdict) {
    counts.refused += 1;
    console.log(`refused  ${entry.kind.padEnd(24)} ${entry.file}: ${verdict.refused}`);
  } else if ('described' in verdict) {
    counts.described += 1;
    console.log(`right    ${entry.kind.padEnd(24)} ${entry.file} holds no data, and is said to: ${verdict.described}`);
  } else if (verdict.length === 0) {
    counts.right += 1;
    console.log(`right    ${entry.kind.padEnd(24)} ${entry.file} (${time})`);
  } else {
    counts.wrong += 1;
    console.log(`wrong    ${entry.kind.padEnd(24)} ${entry.file}\n${verdict.map((complaint) => `           ${complaint}`).join('\n')}`);
  }
}
console.log(`\n${wanted.length} files: ${counts.right + counts.described} right (${counts.described} of them say where data is and hold none), ${counts.refused} refused with the reason, ${counts.wrong} wrong`);
server.close();
process.exit(counts.wrong > 0 ? 1 : 0);
