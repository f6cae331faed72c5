import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
const folder = mkdtempSync(join(root, 'node_modules/.cache/new-format-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A format that a reader of CONTRIBUTING might add: `NAME @ longitude latitude`, a place a line. */
const file = `
import type { Dataset } from '../../model/dataset.js';
import { allBytes } from '../peek.js';
import type { DatasetOptions, Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';

/** Places as \`NAME @ longitude latitude\`, one a line. */
export async function readAt({ address, body }: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new FeatureTable();
  for (const line of new TextDecoder().decode(await allBytes(body)).split('\\n').slice(1)) {
    const [name = '', place = ''] = line.split(' @ ');
    if (name) table.addRecord({ name }, { type: 'Point', coordinates: place.split(' ').map(Number) });
  }
  return tableDataset(table.finish(undefined), { report: { format: 'at' }, about: { download: address.href } }, options);
}
`;
const line = "  { name: 'at', sign: ({ text }) => text.startsWith('AT 1.0'), load: async () => (await import('./at.js')).readAt },\n";

it('A new format is one file and one line', async () => {
  cpSync(join(root, 'src/sources'), join(folder, 'src/sources'), { recursive: true });
  cpSync(join(root, 'src/model'), join(folder, 'src/model'), { recursive: true });
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'src/sources/formats/at.ts'), file);
  const table = join(folder, 'src/sources/formats/index.ts');
  const before = readFileSync(table, 'utf8');
  const changed = before.replace(/\n\];\n/, `\n${line}];\n`);
  assert.equal(changed.length, before.length + line.length);
  writeFileSync(table, changed);

  const server = createServer((_, response) => void response.end('AT 1.0\nOld oak @ 11.5 48.1\nNew lime @ 11.6 48.2\n'));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  try {
    const { openDataset } = (await import(pathToFileURL(join(folder, 'src/sources/open.ts')).href)) as typeof import('../../src/sources/open.js');
    const { length, columns, roles, report } = await openDataset(`http://127.0.0.1:${(server.address() as AddressInfo).port}/trees`);
    assert.deepEqual([length, report.format, report.located], [2, 'at', 2]);
    assert.equal(columns[roles.title!]!.value(1), 'New lime');
  } finally {
    server.close();
  }
});
