import { chosenNames } from '../fields.js';
import { readXml, within } from '../formats/xml.js';
import { SourceError, type DatasetOptions, type ReadOptions } from '../source.js';
import { owsUrl } from './ows-address.js';
import { askService } from './ows-document.js';
import type { WfsQuery } from './wfs-query.js';

/** Names of attributes by which things are told apart. */
const key = /^((gml_|ogc_|object_?|feature_?)?f?id|gid|uuid|uid|pk|\w*_id|identifier|lokalid|localid|id_\w+)$/i;
const plainType = /:?(string|int|integer|long|short|byte|boolean|decimal|double|float|date|dateTime|time|anyURI)$/i;
const sortable = /:?(string|int|integer|long|short|decimal|double|float|date|dateTime)$/i;
const placeType = /^gml\w*:\w*PropertyType$/i;

/** What a service describes that a feature of a layer has, by name and type; nothing where it describes none. */
async function propertiesOf({ base, service: { version }, layer }: WfsQuery, options: ReadOptions): Promise<readonly (readonly [name: string, type: string])[]> {
  const url = owsUrl(base, { SERVICE: 'WFS', VERSION: version, REQUEST: 'DescribeFeatureType', [version === '2.0.0' ? 'TYPENAMES' : 'TYPENAME']: layer.name });
  try {
    const root = await readXml(await askService(url, { ...options, onProgress: undefined }), options.signal);
    return root ? [...within(root, 'element')].flatMap(({ attributes }) => (attributes.get('name') ? [[attributes.get('name')!, attributes.get('type') ?? ''] as const] : [])) : [];
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof SourceError) return [];
    throw error;
  }
}

/** An attribute to sort by, so that pages do not overlap; `undefined` where the service describes none. */
export async function sortingKey(query: WfsQuery, options: ReadOptions): Promise<string | undefined> {
  const names = (await propertiesOf(query, options)).flatMap(([name, type]) => (sortable.test(type) ? [name] : []));
  return names.find((name) => key.test(name)) ?? names[0];
}

/** The query for the wanted properties alone, and for the geometry; as it is where all are wanted, or where nobody says which is the geometry. */
export async function narrowed(query: WfsQuery, options: DatasetOptions): Promise<WfsQuery> {
  if (!options.fields || [...query.base.searchParams.keys()].some((name) => name.toLowerCase() === 'propertyname')) return query;
  const all = await propertiesOf(query, options);
  const places = all.flatMap(([name, type]) => (placeType.test(type) && name !== 'boundedBy' ? [name] : []));
  // What is plain may also be written as a restriction of something plain, within its element.
  const chosen = chosenNames(all.flatMap(([name, type]) => (plainType.test(type) || type === '' ? [name] : [])), options);
  return chosen && places.length > 0 ? { ...query, properties: [...chosen, ...places] } : query;
}
