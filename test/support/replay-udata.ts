import type { Api, Row } from './replay.js';

/** A udata with one dataset, `trees`, and whatever files are given by their paths. */
export function udata(resources: (origin: string) => readonly Row[], files: Readonly<Record<string, string>>): Api {
  return ({ pathname }, origin) => {
    if (Object.hasOwn(files, pathname)) return { body: files[pathname] };
    if (pathname === '/api/1/datasets/trees/' || pathname === '/api/1/datasets/d1/') {
      return { body: { id: 'd1', slug: 'trees', title: 'Arbres', description: '**Tous** les arbres', organization: { name: 'Ville' }, license: 'lov2', frequency: 'annual', last_update: '2026-01-02T00:00:00+00:00', page: `${origin}/fr/datasets/trees/`, resources: resources(origin) } };
    }
    const resource = /^\/api\/2\/datasets\/resources\/([^/]+)\/$/.exec(pathname)?.[1];
    const found = resource && resources(origin).find(({ id }) => id === resource);
    if (found) return { body: { resource: found, dataset_id: 'd1' } };
    if (pathname === '/api/1/organizations/ville/datasets/') return { body: { data: [{ title: 'Arbres', page: `${origin}/fr/datasets/trees/` }, { title: 'Bancs', slug: 'bancs' }], total: 2 } };
    return pathname.startsWith('/api/') ? { status: 404, body: { message: 'Dataset not found' } } : undefined;
  };
}
