import { countsOf, unordered, type Api, type Row } from './replay.js';

const inside = ({ lon, lat }: Row, [west, south, east, north]: readonly number[]): boolean => Number(lon) >= west! && Number(lon) <= east! && Number(lat) >= south! && Number(lat) <= north!;
const numbers = (text: string | null): number[] | undefined => text?.split(',').map(Number);

/** A layer of an ArcGIS server, which gives a thousand rows at once, and errors with the status 200. */
export function arcgis(rows: readonly Row[], most = 1000): Api {
  let requests = 0;
  const fields = [{ name: 'OBJECTID', type: 'esriFieldTypeOID' }, { name: 'kind', type: 'esriFieldTypeString' }];
  const layer = { id: 0, name: 'Trees', type: 'Feature Layer', geometryType: 'esriGeometryPoint', fields, objectIdField: 'OBJECTID', maxRecordCount: most, capabilities: 'Query', advancedQueryCapabilities: { supportsPagination: true, supportsStatistics: true } };
  return ({ pathname, searchParams: query }) => {
    requests += 1;
    const at = /^\/arcgis\/rest\/services\/Trees\/FeatureServer(\/0)?(\/query)?$/.exec(pathname);
    if (!at) return { body: { error: { code: 400, message: 'Invalid URL', details: [] } } };
    if (!at[1]) return { body: { currentVersion: 11, layers: [{ id: 0, name: 'Trees' }], tables: [] } };
    if (!at[2]) return { body: layer };
    const box = numbers(query.get('geometry'));
    const found = rows.filter((row) => !box || inside(row, box));
    const statistics = query.get('outStatistics');
    const name = statistics && (JSON.parse(statistics) as { outStatisticFieldName: string }[])[0]!.outStatisticFieldName;
    if (name) return { body: { features: countsOf(found, 'kind').map(([kind, count]) => ({ attributes: { kind, [name]: count } })) } };
    if (query.get('returnCountOnly') === 'true') return { body: { count: found.length } };
    const all = query.has('orderByFields') ? found : unordered(found, requests);
    const start = Number(query.get('resultOffset') ?? 0);
    const page = all.slice(start, start + Math.min(most, Number(query.get('resultRecordCount') ?? most)));
    const features = page.map(({ id, kind, lon, lat }) => ({ attributes: { OBJECTID: id, kind }, geometry: { x: lon, y: lat } }));
    return { body: { objectIdFieldName: 'OBJECTID', geometryType: 'esriGeometryPoint', spatialReference: { wkid: 4326 }, fields, features, exceededTransferLimit: start + page.length < found.length } };
  };
}

/** An OGC API – Features with one collection, which gives its pages by their links. */
export function ogcFeatures(rows: readonly Row[], most = 1000): Api {
  return ({ pathname, searchParams: query }, origin) => {
    const base = `${origin}/ogcapi/collections/trees`;
    const collection = { id: 'trees', title: 'Trees', extent: { spatial: { bbox: [[5, 45, 15, 46]] } }, links: [{ rel: 'items', type: 'application/geo+json', href: `${base}/items` }] };
    if (pathname === '/ogcapi/collections') return { body: { collections: [collection], links: [] } };
    if (pathname === '/ogcapi/collections/trees') return { body: collection };
    if (pathname !== '/ogcapi/collections/trees/items') return undefined;
    const box = numbers(query.get('bbox'));
    const found = rows.filter((row) => !box || inside(row, box));
    const [limit, offset] = [Math.min(most, Number(query.get('limit') ?? 10)), Number(query.get('offset') ?? 0)];
    const features = found.slice(offset, offset + limit).map(({ id, kind, lon, lat }) => ({ type: 'Feature', id, properties: { kind }, geometry: { type: 'Point', coordinates: [lon, lat] } }));
    const next = new URLSearchParams(query);
    next.set('offset', String(offset + limit));
    const links = offset + limit < found.length ? [{ rel: 'next', type: 'application/geo+json', href: `${base}/items?${next}` }] : [];
    return { headers: { 'content-type': 'application/geo+json' }, body: { type: 'FeatureCollection', numberMatched: found.length, numberReturned: features.length, features, links } };
  };
}
