import { maybePortal } from '../../../src/sources/maybe-portal.js';
import { portalOf, portals } from '../../../src/sources/portals/index.js';
import type { Check } from '../check.js';
import { Complaints } from '../check.js';

interface Pasted {
  readonly url: string;
  readonly pattern_guess: string;
}

/** What an address must be told to be where the list guesses this; `undefined` stands for what only the answer can tell. */
const wanted: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'arcgis-hub-page': ['arcgis-hub'],
  'arcgis-hub-download': ['file', 'arcgis-hub'],
  'arcgis-rest': ['arcgis'],
  'ckan-page': ['ckan'],
  'ckan-api': ['ckan'],
  // `…/download/trees.json` may be anything in JSON, and some files have no ending at all.
  'ckan-resource-download': ['file', undefined],
  gbfs: ['gbfs'],
  open311: ['open311'],
  'ods-page-or-api': ['opendatasoft'],
  socrata: ['socrata'],
  'udata-page': ['udata'],
  'udata-resource': ['udata', undefined],
  wfs: ['wfs'],
  wms: ['wms'],
  'ogc-api': ['ogc-api', 'ogc-features'],
  sensorthings: ['sensorthings'],
};

/** Why we say something else than the list guesses, where that is right. */
const reasons: readonly (readonly [why: string, holds: (pasted: URL, guess: string, ours: string | undefined) => boolean])[] = [
  ['the list does not know it, and we do', (_, guess) => guess.startsWith('unknown')],
  ['a discussion about a service is no service', ({ hostname }) => hostname === 'github.com'],
  ['both make such addresses: each is asked, its own host first', ({ pathname }, guess, ours) => /^(arcgis-hub|udata)-page$/.test(guess) && /^(arcgis-hub|udata)$/.test(ours ?? '') && !/::|[\da-f]{32}/.test(pathname)],
  ['a file that a portal makes is known by its portal', (_, guess, ours) => guess.startsWith('file') && /^(socrata|opendatasoft|udata|wfs|ogc-features)$/.test(ours ?? '')],
  ['a dataset about a service is no service', ({ pathname }, guess, ours) => guess === 'open311' && ours === 'ckan' && pathname.includes('/dataset/')],
  ['a page about a service is no service', ({ pathname }, guess) => guess === 'open311' && !/\/(open311|georeport)(\/v\d[^/]*)?\/?$|\.(json|xml)$/.test(pathname)],
  ['a description of an Open311 server is no GeoJSON', ({ pathname }, guess, ours) => guess.startsWith('file') && ours === 'open311' && /\.(json|xml)$/.test(pathname)],
  ['“json” and “xml” say nothing of what is in a file', ({ pathname }, guess, ours) => guess.startsWith('file') && ours === undefined && /\.(json|xml)$/i.test(pathname)],
  ['the name of a file in a query is what a script was told', ({ pathname, search }, guess, ours) => guess.startsWith('file') && ours === undefined && !/\.\w+$/.test(pathname.replace(/\.(aspx?|php|ashx|do|jsp)$/i, '')) && search !== ''],
  ['the name of the software in a path is not its API', ({ pathname }, guess, ours) => guess === 'socrata' && ours === undefined && !/\b\w{4}-\w{4}\b/.test(pathname)],
];

/** Every address that people pasted is told as what the list guesses, or as something else for a reason. */
export const addresses: Check = async (_, { bytes }) => {
  const complaints = new Complaints();
  const table = new Map<string, number>();
  const count = (key: string): void => void table.set(key, (table.get(key) ?? 0) + 1);
  for (const { url, pattern_guess: guess } of JSON.parse(new TextDecoder().decode(await bytes())) as readonly Pasted[]) {
    const address = new URL(url);
    const ours = portalOf(address);
    complaints.that(`no portal is looked for, though one would fit: ${url}`, maybePortal(address) || portals.every(({ sign }) => !sign(address)));
    const fits = (guess.startsWith('file') ? ['file'] : (wanted[guess] ?? [ours])).includes(ours);
    const why = fits ? undefined : reasons.find(([, holds]) => holds(address, guess, ours))?.[0];
    count(`${guess.padEnd(24)} ${(ours ?? 'told by its content').padEnd(20)}${why ? `(${why})` : ''}`);
    complaints.that(`${guess} is taken for ${ours ?? 'nothing that can be told'}: ${url}`, fits || why !== undefined);
  }
  for (const [key, value] of [...table].sort()) console.log(`           ${String(value).padStart(4)} ${key}`);
  return complaints.all;
};
