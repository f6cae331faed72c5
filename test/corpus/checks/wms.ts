import type { Check, Entry, Facts, Outcome } from '../check.js';
import { Complaints } from '../check.js';
import { all, readXml, textAt, within, type XmlElement } from '../../../src/sources/formats/xml.js';
import { peek } from '../../../src/sources/peek.js';
import { wmsService } from '../../../src/sources/portals/wms-capabilities.js';
import { wmtsService } from '../../../src/sources/portals/wmts-capabilities.js';

/** What a service of pictures says: all its layers, by name, and one of them to look at, or why none can be. */
async function check(entry: Entry, { dataset, error, bytes, address }: Outcome, kinds: readonly string[], namesIn: (root: XmlElement) => readonly string[]): Promise<readonly string[]> {
  const complaints = new Complaints();
  const wanted: Facts = entry.must_find;
  const { head, body } = await peek(new Response(new Uint8Array(await bytes())).body!, address);
  const root = await readXml({ address, type: '', head, body });
  const names = root ? namesIn(root) : [];
  // Whoever counted took the identifiers by which other catalogues know a layer for further names.
  const others = root ? [...within(root, 'Layer')].flatMap((layer) => (textAt(layer, 'Name') ? all(layer, 'Identifier').map(({ text }) => text) : [])) : [];
  const known = [...names, ...others];
  complaints.equal('named layers', known.length, wanted['named_layers']);
  for (const name of wanted['names'] ?? []) complaints.that(`no layer “${name}”`, known.includes(name));
  const offered = new Set([dataset?.tiles?.layers, ...(error?.choices ?? []).map(({ name }) => name), ...(dataset?.report.choices ?? []).map(({ name }) => name)]);
  const missing = new Set(names.filter((name) => !offered.has(name)));
  // Tiles of a WMTS do not name the layer that was taken.
  complaints.that(`layers that nobody is told of: ${[...missing].join(', ')}`, missing.size <= (dataset && !dataset.tiles?.layers ? 1 : 0));
  if (!dataset) {
    complaints.that(`neither pictures nor a reason: ${error?.message}`, /EPSG:3857|not as pictures|offers no layers|does not say where/.test(error?.message ?? ''));
    return complaints.all;
  }
  complaints.that(`tiles of the kind ${dataset.tiles?.kind}`, kinds.includes(dataset.tiles?.kind ?? ''));
  complaints.equal('rows', dataset.length, 0);
  if (dataset.tiles?.kind === 'wmts') complaints.that(`a template: ${dataset.tiles.url}`, ['{z}', '{x}', '{y}'].every((part) => dataset.tiles!.url.includes(part)));
  return complaints.all;
}

export const wmsCapabilities: Check = (entry, outcome) => check(entry, outcome, ['wms'], (root) => wmsService(root).layers.map(({ name }) => name));

export const wmtsCapabilities: Check = (entry, outcome) => check(entry, outcome, ['wmts'], (root) => wmtsService(root).layers.map(({ name }) => name));
