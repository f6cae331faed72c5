import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { Dataset } from '../../src/model/dataset.js';
import type { DatasetOptions } from '../../src/sources/source.js';
import { accounted, failure, place, problems, values } from '../support/dataset.js';
import { serve, status, text } from '../support/fake-fetch.js';

const square = (x: number, y: number): unknown => ({ type: 'Polygon', coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]] });
const feature = (properties: Record<string, unknown>, x: number, y = 50): unknown => ({ type: 'Feature', properties, geometry: square(x, y) });
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });

/** Three districts and one that no table names; `gid` is a running number, as geographers leave it. */
const districts = collection(
  feature({ gid: 1, ags: '01053', gen: 'Lauenburg' }, 10), feature({ gid: 2, ags: '09162', gen: 'Müncheberg' }, 12), feature({ gid: 3, ags: '10041', gen: 'Saint-Évrard' }, 14), feature({ gid: 4, ags: '16055', gen: 'Weimar' }, 16),
);

async function joined(table: string, options: Partial<DatasetOptions> = {}, shapes = districts): Promise<Dataset> {
  const { restore } = serve({ '/table': text(table), '/shapes': text(shapes) });
  try {
    return await openDataset('/table', { shapes: '/shapes', ...options });
  } finally {
    restore();
  }
}

describe('A table joined to shapes', () => {
  it('finds the columns that hold the same codes, and gives rows their areas', async () => {
    const dataset = await joined('rank,code,people\n1,10041,3\n2,01053,5\n3,09162,4\n');
    expect(dataset.report.join?.on).to.deep.equal(['code', 'ags']);
    expect([0, 1, 2].map((row) => dataset.places!.kind(row))).to.deep.equal(['area', 'area', 'area']);
    expect(dataset.places!.bounds.map(Math.round)).to.deep.equal([10, 50, 15, 51]);
    expect([place(dataset, 0)?.[0], place(dataset, 1)?.[0]].map((x) => Math.floor(x!))).to.deep.equal([14, 10]);
    expect([dataset.report.format, dataset.report.located, accounted(dataset)]).to.deep.equal(['csv', 3, true]);
  });

  it('takes codes that lost their zeros, and names without regard to case, accents and signs', async () => {
    expect((await joined('code,people\n1053,5\n9162,4\n10041,3\n')).report).to.deep.include({ located: 3 });
    const dataset = await joined('district,people\n LAUENBURG ,5\nmuncheberg,4\nSaint Evrard,3\n');
    expect([dataset.report.join?.on, dataset.report.join?.isLoose, dataset.report.located]).to.deep.equal([['district', 'gen'], true, 3]);
  });

  it('does not take 7 for 007 where no length says so', async () => {
    const shapes = collection(feature({ code: '007' }, 1), feature({ code: '7' }, 3), feature({ code: '0008' }, 5));
    const dataset = await joined('code,n\n7,1\n8,2\n007,3\n', { on: 'code' }, shapes);
    expect([0, 1, 2].map((row) => place(dataset, row)?.[0]).map((x) => x && Math.floor(x))).to.deep.equal([3, undefined, 1]);
  });

  it('does not take counts for running numbers, or for codes of which they are few', async () => {
    const lands = collection(...Array.from({ length: 9 }, (_, i) => feature({ ags: `0${i + 1}`, gid: i + 1 }, 2 * i)));
    expect((await failure(joined('place,stars\nRome,1\nParis,2\n', {}, lands))).reason).to.equal('not-joined');
    expect((await joined('land,n\n1,5\n2,5\n3,6\n4,6\n7,6\n', {}, lands)).report.join?.on).to.deep.equal(['land', 'ags']);
  });

  it('accounts for rows without a shape and for shapes without a row', async () => {
    const dataset = await joined('code,people\n01053,5\n09162,4\n99999,1\n,2\n');
    expect(dataset.length).to.equal(4);
    expect(problems(dataset)).to.deep.equal({ 'no-shape': 1, 'no-place': 1 });
    expect(dataset.report.problems.find(({ reason }) => reason === 'no-shape')?.rows).to.deep.equal([3]);
    expect(dataset.report.join).to.deep.include({ unnamed: 2, examples: ['Saint-Évrard', 'Weimar'] });
    expect([dataset.report.join?.shapes.read, dataset.places!.kind(2)]).to.deep.equal([4, undefined]);
  });

  it('keeps the shape of several rows once, and makes one of several pieces', async () => {
    const shapes = collection(feature({ code: 'AA' }, 1), feature({ code: 'BB' }, 3), feature({ code: 'AA' }, 5));
    const dataset = await joined('code,school\nAA,First\nBB,Second\nAA,Third\n', {}, shapes);
    const { rows, ends, parts, coordinates } = dataset.places!.shapes!;
    expect([rows[0], ends![0], rows[2], ends![2], parts.length - 1, coordinates.length]).to.deep.equal([0, 2, 0, 2, 3, 30]);
    expect(dataset.statistics, 'schools are no statistics').to.equal(undefined);
  });

  it('takes the layer of the shapes that fits', async () => {
    const layer = (...codes: string[]): unknown => ({ type: 'GeometryCollection', geometries: codes.map((code, i) => ({ type: 'Point', coordinates: [i, 1], properties: { code } })) });
    const topology = JSON.stringify({ type: 'Topology', arcs: [], objects: { counties: layer('A1', 'A2', 'B1'), states: layer('A', 'B') } });
    const dataset = await joined('state,n\nA,1\nB,2\n', {}, topology);
    expect([dataset.report.located, dataset.report.join?.shapes.read]).to.deep.equal([2, 2]);
  });

  it('may take the places of points', async () => {
    const dataset = await joined('station,level\nS1,3\nS2,4\n', {}, 'id,lat,lon\nS2,50,8\nS1,51,7\n');
    expect([place(dataset, 0), place(dataset, 1), dataset.places!.shapes]).to.deep.equal([[7, 51], [8, 50], undefined]);
  });

  it('is told which columns with `on`, in one name or two', async () => {
    const table = 'a,ags=x,n\n1,x,5\n2,y,6\n';
    expect((await joined(table, { on: 'a=gid' })).report.join?.on).to.deep.equal(['a', 'gid']);
    expect((await joined('GEN;n\nWeimar;5\n', { on: 'gen' })).report).to.deep.include({ located: 1 });
    expect((await failure(joined(table, { on: 'a=nothing' }))).message).to.contain('on="a=nothing"').and.contain('“ags=x”').and.contain('“gen”');
    expect((await failure(joined(table, { on: 'ags=x=ags' }))).reason).to.equal('not-joined');
  });

  it('says which columns it tried where nothing fits, and how to say it', async () => {
    const { reason, message } = await failure(joined('place,n\nRome,1\nParis,2\n'));
    expect(reason).to.equal('not-joined');
    expect(message).to.contain('“place” (Rome, Paris)').and.contain('“ags” (01053, 09162, 10041 …)').and.contain('on="');
  });

  it('calls places by the name that the shapes have, where the table has only codes', async () => {
    const dataset = await joined('code,rate\n01053,5\n09162,4\n');
    expect([dataset.columns[dataset.roles.title!]!.name, values(dataset, 'gen')]).to.deep.equal(['gen', ['Lauenburg', 'Müncheberg']]);
  });

  it('names both publishers, and keeps the licence of the table', async () => {
    const shapes = JSON.stringify({ ...(JSON.parse(districts) as object), attribution: '© Survey', license: 'Odbl' });
    const table = JSON.stringify({ version: '2.0', class: 'dataset', label: 'People', source: 'Office', id: ['geo'], size: [2], dimension: { geo: { category: { index: ['01053', '09162'] } } }, value: [1, 2] });
    const { about } = await joined(table, {}, shapes);
    expect(about.attribution).to.match(/^Office · .+/);
    expect(about).to.include({ title: 'People', publisher: 'Office' });
  });
});

describe('Two addresses', () => {
  async function fails(table: Parameters<typeof serve>[0], options: DatasetOptions = {}): Promise<{ reason: string; message: string }> {
    const { restore } = serve(table);
    try {
      return await failure(openDataset('/table', { shapes: '/shapes', ...options }));
    } finally {
      restore();
    }
  }

  it('each are named where they fail', async () => {
    expect(await fails({ '/table': text('code,n\n1,2\n'), '/shapes': status(404) })).to.include({ reason: 'not-found' }).with.property('message').that.matches(/^The shapes \(http.*\/shapes\)/);
    expect(await fails({ '/table': status(404), '/shapes': text(districts) })).to.include({ reason: 'not-found' }).with.property('message').that.matches(/^The table \(http.*\/table\)/);
    expect(await fails({ '/table': text('code,n\n1,2\n'), '/shapes': text('code,n\n1,2\n') })).to.include({ reason: 'no-places' });
  });

  it('may be http(s) alone', async () => {
    for (const shapes of ['javascript:alert(1)', 'data:text/csv,a', 'file:///etc/passwd']) {
      expect(await fails({ '/table': text('code,n\n1,2\n') }, { shapes })).to.include({ reason: 'unknown' }).with.property('message').that.contains('The shapes');
    }
  });

  it('both come through the relay where their servers let no other site read', async () => {
    const relayed: string[] = [];
    const { restore } = serve({
      '/v1/relay': ({ url }) => {
        const asked = new URL(url).searchParams.get('url')!;
        relayed.push(asked);
        return new Response(asked.includes('regions') ? districts : 'code,n\n01053,1\n09162,2\n');
      },
    });
    try {
      const dataset = await openDataset('https://office.example/far.csv', { shapes: 'https://survey.example/regions.json', relay: 'https://hub.example/' });
      expect([dataset.report.located, relayed.sort()]).to.deep.equal([2, ['https://office.example/far.csv', 'https://survey.example/regions.json']]);
      expect(dataset.about.attribution).to.equal('office.example · survey.example');
    } finally {
      restore();
    }
  });

  it('are both left alone when one fails, or nobody waits any more', async () => {
    const left: string[] = [];
    const slow = ({ url, signal }: Request): Promise<Response> => new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        left.push(new URL(url).pathname);
        reject(signal.reason as Error);
      });
    });
    const soon = (): Promise<Response> => new Promise((done) => setTimeout(() => done(status(410)()), 20));
    expect(await fails({ '/table': soon, '/shapes': slow }, { shapes: 'https://survey.example/shapes' })).to.include({ reason: 'not-found' });
    expect(left).to.deep.equal(['/shapes']);
    const controller = new AbortController();
    const { restore } = serve({ '/table': slow, '/shapes': slow });
    try {
      const reading = openDataset('/table', { shapes: 'https://survey.example/shapes', signal: controller.signal }).catch((caught: unknown) => caught);
      setTimeout(() => controller.abort(), 30);
      expect(((await reading) as Error).name).to.equal('AbortError');
      expect(left.sort()).to.deep.equal(['/shapes', '/shapes', '/table']);
    } finally {
      restore();
    }
  });

  it('are read at once, tell how far both have come, and stop together', async () => {
    const loaded: number[] = [];
    const controller = new AbortController();
    const { restore, requests } = serve({ '/table': text('code,n\n01053,1\n'), '/shapes': text(districts) });
    try {
      await openDataset('/table', { shapes: '/shapes', onProgress: (progress) => loaded.push(progress.loaded) });
      expect(Math.max(...loaded)).to.equal(15 + new TextEncoder().encode(districts).length);
      controller.abort();
      const error: unknown = await openDataset('/table', { shapes: '/shapes', signal: controller.signal }).catch((caught: unknown) => caught);
      expect((error as Error).name).to.equal('AbortError');
      expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/table', '/shapes']);
    } finally {
      restore();
    }
  });
});

describe('Statistics joined to shapes', () => {
  const cube = {
    version: '2.0', class: 'dataset', label: 'Jobless', source: 'Office', id: ['geo', 'sex', 'time'], size: [2, 3, 3],
    dimension: {
      geo: { label: 'region', category: { index: ['01053', '09162'], label: { '01053': 'Duchy of Lauenburg', '09162': 'Müncheberg' } } },
      sex: { label: 'sex', category: { index: ['F', 'M', 'T'], label: { F: 'Women', M: 'Men', T: 'Total' } } },
      time: { label: 'year', category: { index: ['2022', '2023', '2024'] } },
    },
    value: [1, 2, null, 3, 4, null, 5, 6, null, 7, 8, null, 9, 10, null, 11, 12, null],
  };

  it('keep all rows, and look first at the latest year with values and at the total', async () => {
    const dataset = await joined(JSON.stringify(cube));
    expect([dataset.length, dataset.report.located]).to.deep.equal([18, 18]);
    const { dimensions, rows } = dataset.statistics!;
    expect(dimensions.map(({ column, first }) => [dataset.columns[column]!.name, first])).to.deep.equal([['year', 2023], ['sex', 'Total']]);
    expect(dimensions.map((each) => each.values)).to.deep.equal([[2024, 2023, 2022], ['Women', 'Men', 'Total']]);
    expect([...rows].map((row) => [values(dataset, 'region')[row], values(dataset, 'value')[row]])).to.deep.equal([['Duchy of Lauenburg', 6], ['Müncheberg', 12]]);
    expect(dataset.columns[dataset.roles.title!]!.name).to.equal('region');
    expect(dataset.places!.shapes!.coordinates.length, 'each area once').to.equal(20);
  });

  it('may be a plain table of years', async () => {
    const dataset = await joined('Jahr;AGS;Quote\n2023;1053;5,1\n2024;1053;5,2\n2023;9162;3,1\n2024;9162;3,2\n');
    expect(dataset.statistics?.dimensions.map(({ first }) => first)).to.deep.equal([2024]);
    expect([...dataset.statistics!.rows]).to.deep.equal([1, 3]);
  });

  it('may be SDMX, with a place that is none of the shapes', async () => {
    const dimension = (id: string, name: string, codes: Readonly<Record<string, string>>): unknown => ({ id, name, values: Object.entries(codes).map(([code, label]) => ({ id: code, name: label })) });
    const structure = { name: 'Rates', dimensions: { series: [dimension('GEO', 'Region', { '01053': 'Lauenburg', '16055': 'Weimar', EU: 'Union' })], observation: [dimension('TIME', 'Time', { 2022: '2022', 2023: '2023' })] } };
    const observations = { 0: [1.5], 1: [1.6] };
    const dataset = await joined(JSON.stringify({ header: {}, structure, dataSets: [{ series: { 0: { observations }, 1: { observations }, 2: { observations } } }] }));
    expect([dataset.report.join?.on[1], problems(dataset)]).to.deep.equal(['ags', { 'no-shape': 2 }]);
    expect([...dataset.statistics!.rows].map((row) => values(dataset, 'Region')[row])).to.deep.equal(['Weimar', 'Lauenburg', 'Union']);
  });
});
