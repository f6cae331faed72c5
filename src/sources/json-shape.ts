import { esriFeatures } from './formats/common.js';

/** What stands at the top of JSON, as far as its first bytes show it. */
export interface JsonShape {
  readonly kind: 'object' | 'array' | 'lines';
  /** The members of the object, or of the first object in an array; with the values of those that are text. */
  readonly members: ReadonlyMap<string, string | undefined>;
  /** Whether these are the members of GeoJSON. */
  readonly isGeojson: boolean;
}

const geojsonTypes = /^(FeatureCollection|Feature|(Multi)?(Point|LineString|Polygon)|GeometryCollection)$/;
/** Members that GeoJSON has not: Esri's JSON has features, too. */
const foreign = ['geometryType', 'fields', 'fieldAliases', 'objectIdFieldName', 'records'];

/** The shape of JSON from its beginning; `undefined` for what is none. It looks at keys, not at the values between them. */
export function jsonShape(head: string): JsonShape | undefined {
  const text = head.replaceAll('\u001e', '').trimStart();
  if (!/^[{[]/.test(text)) return undefined;
  const start = text.startsWith('{') ? 0 : (/^\[\s*(?=\{)/.exec(text)?.[0].length ?? -1);
  const members = start < 0 ? new Map<string, undefined>() : membersOf(text, start);
  return { kind: hasLines(text) ? 'lines' : text.startsWith('{') ? 'object' : 'array', members, isGeojson: isGeojson(members, text) };
}

function isGeojson(members: JsonShape['members'], text: string): boolean {
  // Context brokers write GeoJSON in which every property is an object of its own.
  if (foreign.some((name) => members.has(name)) || text.includes('"GeoProperty"')) return false;
  return geojsonTypes.test(members.get('type') ?? '') || (members.has('features') && !esriFeatures.test(text));
}

/** Whether two lines in succession are values of their own: within a list there would be a comma between them. */
function hasLines(text: string): boolean {
  let isWhole = false;
  for (const line of text.split(/[\r\n]+/, 50)) {
    const before = isWhole;
    isWhole = /^\s*[{[].*[}\]]\s*$/.test(line) && isJson(line);
    if (before && isWhole) return true;
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function membersOf(text: string, start: number): Map<string, string | undefined> {
  const members = new Map<string, string | undefined>();
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;
  token.lastIndex = start;
  let depth = 0;
  let key: string | undefined;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [part] = match;
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') {
      depth -= 1;
      if (depth === 0) break;
    } else if (depth === 1 && part === ',') key = undefined;
    else if (depth === 1 && part.startsWith('"')) {
      if (key === undefined) members.set((key = part.slice(1, -1)), undefined);
      else members.set(key, part.slice(1, -1));
    }
  }
  return members;
}
