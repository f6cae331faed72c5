import type { Dataset } from '../../model/dataset.js';
import { allBytes, peek } from '../peek.js';
import { recognise } from '../recognise.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import type { KnownFormat } from './common.js';
import type { Member } from './zip-archive.js';
import type { Layer } from './zip-best.js';

/** What lies beside data, and what describes it. */
const beside = /\.(pdf|docx?|html?|xsl|xsd|png|jpe?g|gif|svg|tiff?|css|js|md|prj|qpj|cpg|cst|shx|sbn|sbx|shp\.xml|qix|fix|qml|qmd|sld|lyrx?|mxd|exe|mp[34]|ttf|woff2?)$|(^|\/)(read_?me|lies_?mich|licen[cs]e|lizenz|copyright|disclaimer|wfsrequest|about|metadata|manifest)([^/.]*|[^/]*\.(txt|xml|rtf|json))$/i;
/** Nobody publishes more files in one archive for people to choose from. */
const mostMembers = 50;

const endingOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
const stemOf = (name: string): string => name.replace(/\.[^./]+$/, '').toLowerCase();

/** The shapefiles of an archive, by their .shp or else their .dbf; that with most records first. */
export async function shapefileLayers(members: readonly Member[], address: URL): Promise<readonly Layer[]> {
  const parts = new Map<string, Map<string, Member>>();
  for (const member of members) {
    const stem = stemOf(member.name);
    const ending = endingOf(member.name);
    if (!/^(shp|shx|dbf|prj|cpg|qpj|cst)$/.test(ending)) continue;
    parts.set(stem, (parts.get(stem) ?? new Map<string, Member>()).set(ending, member));
  }
  const layers: Layer[] = [];
  for (const layer of parts.values()) {
    const main = layer.get('shp') ?? layer.get('dbf');
    if (!main) continue;
    const shx = layer.get('shx');
    layers.push({
      name: main.name,
      format: layer.has('shp') ? 'shapefile' : 'dbf',
      // The index has eight bytes a record; the smallest record that has a place has 28.
      most: shx ? Math.max(0, Math.floor((shx.size - 100) / 8)) : Math.max(0, Math.floor((main.size - 100) / 28)),
      isTable: !layer.has('shp'),
      read: (options) => readLayer(layer, main, address, options),
    });
  }
  return layers.sort((a, b) => (b.most ?? 0) - (a.most ?? 0));
}

async function readLayer(layer: ReadonlyMap<string, Member>, { name }: Member, address: URL, options: DatasetOptions): Promise<Dataset> {
  const { shapefileDataset } = await import('./shapefile.js');
  const bytes = async (ending: string): Promise<Uint8Array | undefined> => {
    const member = layer.get(ending);
    return member && allBytes(member.open());
  };
  const text = async (ending: string): Promise<string | undefined> => {
    const found = await bytes(ending);
    return found && new TextDecoder().decode(found);
  };
  const grids = [await text('prj'), await text('qpj')].filter((each) => each !== undefined);
  const parts = { shp: await bytes('shp'), shx: await bytes('shx'), dbf: await bytes('dbf'), cpg: (await text('cpg')) ?? (await text('cst')), grids };
  return shapefileDataset(parts, `“${name}” in ${address.href}`, address, {}, options);
}

/** The other files of an archive that are of a format that is known, by their bytes; the largest first. */
export async function dataMembers(members: readonly Member[], input: Input, hasShapefiles: boolean): Promise<readonly Layer[]> {
  const isPart = (name: string): boolean => /^(shp|dbf)$/.test(endingOf(name));
  const possible = members.filter(({ name, size }) => size > 0 && !isPart(name) && !beside.test(name));
  // A file that is alone is data whatever it is called.
  const candidates = (possible.length > 0 || hasShapefiles ? possible : members.filter(({ size }) => size > 0)).sort((a, b) => b.size - a.size).slice(0, mostMembers);
  const layers: Layer[] = [];
  let failure: SourceError | undefined;
  for (const member of candidates) {
    const format = await formatOf(member, input).catch((error: unknown) => {
      if (!(error instanceof SourceError)) throw error;
      // What is of no known format is no failure, what is broken is.
      if (error.reason === 'unreadable' || error.reason === 'too-large') failure ??= error;
      return undefined;
    });
    // An archive in an archive is opened; one in that is not.
    if (!format || (format.name === 'zip' && input.member !== undefined && endingOf(member.name) !== 'xlsx')) continue;
    layers.push({
      name: member.name,
      format: format.name,
      isMain: endingOf(member.name) === 'kml' && /(^|\/)doc\.kml$/i.test(member.name),
      read: async (options) => {
        const whole = await inputOf(member, input);
        return (await format.load())(whole, options);
      },
    });
  }
  if (layers.length === 0 && failure && !hasShapefiles) throw failure;
  return layers.sort((a, b) => Number(b.isMain) - Number(a.isMain));
}

async function inputOf(member: Member, { address, member: outer }: Input): Promise<Input> {
  return { address, member: outer === undefined ? member.name : `${outer}/${member.name}`, size: member.size, type: '', charset: undefined, ...(await peek(member.open(), address)) };
}

async function formatOf(member: Member, input: Input): Promise<KnownFormat> {
  const beginning = await inputOf(member, input);
  void beginning.body.cancel().catch(() => undefined);
  return recognise(beginning, undefined);
}
