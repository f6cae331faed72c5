import { FeatureTable } from '../formats/feature-table.js';
import { ListReader } from '../formats/json-stream.js';
import { textOfBody } from '../formats/text-stream.js';
import { Breath } from '../slices.js';
import type { Input } from '../source.js';
import { isObject, type Json } from './answer.js';

/** What a page of features says, in whichever format it came. */
export interface FeaturesPage {
  /** How many features it held. */
  readonly returned: number;
  /** How many there are in all, where it says so. */
  readonly matched: number | undefined;
  /** Whether it began with a feature with which another page began: then it is the same page again, and was left out. */
  readonly isRepeated: boolean;
  /** What stands around the features, of JSON. */
  readonly top: Json;
}

/** Adds a page of GeoJSON to a table. `seen` holds what pages began with. Throws `SourceError('unreadable')`. */
export async function takeGeojson(table: FeatureTable, input: Input, seen: Set<string>, signal: AbortSignal | undefined): Promise<FeaturesPage> {
  const list = new ListReader('features', input.address);
  const breath = new Breath(signal);
  let returned = 0;
  for await (const text of textOfBody(input)) {
    for (const feature of list.push(text)) {
      if (returned === 0) {
        const beginning = JSON.stringify(feature).slice(0, 4000);
        if (seen.has(beginning)) return { returned: 0, matched: undefined, isRepeated: true, top: {} };
        seen.add(beginning);
      }
      table.add(feature);
      returned += 1;
    }
    await breath.pause();
  }
  const end = list.end();
  const top = isObject(end) ? end : {};
  // A single feature is a page of one.
  if (top['type'] === 'Feature' && returned === 0) {
    table.add(top);
    returned = 1;
  }
  const matched = [top['numberMatched'], top['totalFeatures']].find((count) => typeof count === 'number');
  return { returned, matched, isRepeated: false, top };
}
