import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a program as a user of the package would: in Node, with nothing of a browser. */
const run = (program: string): string => execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' });

describe('the built package', () => {
  it('can be imported in plain Node, and defines nothing by that', () => {
    const names = run("const all = await import('civic-elements'); console.log(JSON.stringify([Object.keys(all), globalThis.customElements?.get('civic-map') === undefined]))");
    const [exported, undefinedStill] = JSON.parse(names) as [string[], boolean];
    for (const name of ['CivicMap', 'CivicRating', 'CivicIdeas', 'CivicRoadmap', 'SourceError', 'allowEndpoints']) assert.ok(exported.includes(name), name);
    assert.equal(undefinedStill, true);
  });

  it('reads data in plain Node', () => {
    const address = `data:text/csv,${encodeURIComponent('name,lat,lon\nOak,52.5,13.4\n')}`;
    const program = `
      const { createServer } = await import('node:http');
      const { openDataset } = await import('civic-elements/sources.js');
      const server = createServer((_, answer) => answer.end(decodeURIComponent(${JSON.stringify(address)}.split(',').slice(1).join(','))));
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      const data = await openDataset('http://127.0.0.1:' + server.address().port + '/trees');
      console.log(data.length, data.places.located, data.report.format);
      server.close();`;
    assert.equal(run(program).trim(), '1 1 csv');
  });

  it('brings for a script tag nothing of one element with another', () => {
    const folder = `${root}dist/cdn/chunks/`;
    const elements = ['map', 'rating', 'ideas'];
    const of = (file: string): string | undefined => elements.find((element) => file.startsWith(`${element}.`) || file.startsWith(`${element}-`));
    const files = readdirSync(folder);
    assert.deepEqual([...new Set(files.map(of).filter(Boolean))].sort(), [...elements].sort(), 'each has files of its own');
    for (const file of files) {
      // How a form looks lies with the ratings, which have less room; a place is picked on a map.
      if (of(file) === 'ideas') continue;
      const foreign = [...readFileSync(folder + file, 'utf8').matchAll(/(?:from|import)"\.\/([\w.-]+)"/g)].map(([, name]) => name!).filter((name) => of(file) && of(name) && of(name) !== of(file));
      assert.deepEqual(foreign, [], `${file} begins with files of another element`);
    }
  });
});
