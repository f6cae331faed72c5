import { all, first, within, type XmlElement } from './xml.js';

type Json = Record<string, unknown>;

/** What says how a placemark looks, or is read elsewhere. */
const looks = new Set([
  'description', 'styleUrl', 'Style', 'StyleMap', 'visibility', 'open', 'Region', 'LookAt', 'Camera', 'ExtendedData', 'TimeStamp', 'TimeSpan', 'link', 'author', 'AddressDetails',
  'Icon', 'color', 'drawOrder', 'altitude', 'altitudeMode', 'LatLonBox', 'LatLonQuad', 'refreshVisibility', 'flyToView', 'balloonVisibility', 'Metadata',
  'Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Model', 'Track', 'MultiTrack',
]);
/** As our other formats and people's headers call them. */
const names = new Map([['phoneNumber', 'phone'], ['Snippet', 'snippet']]);

/** What a placemark says, by column. Names come from data: the object has no prototype that they could meet. */
export function kmlValues(element: XmlElement): Json {
  const values = Object.create(null) as Json;
  const set = (name: string | undefined, value: string | undefined): void => {
    if (name && value && values[name] === undefined) values[name] = value;
  };
  for (const { name, text, children } of element.children) {
    if (!looks.has(name) && children.length === 0) set(names.get(name) ?? name, text);
  }
  addTimes(element, set);
  const link = all(element, 'link').find(({ attributes }) => attributes.has('href'));
  set('link', link?.attributes.get('href'));
  const extended = first(element, 'ExtendedData', 'Metadata');
  for (const child of extended?.children ?? []) addExtended(child, set);
  return values;
}

type Setter = (name: string | undefined, value: string | undefined) => void;

function addExtended(element: XmlElement, set: Setter): void {
  if (element.name === 'Data') set(element.attributes.get('name')?.trim(), first(element, 'value')?.text);
  else if (element.name === 'SchemaData') for (const each of all(element, 'SimpleData')) set(each.attributes.get('name')?.trim(), each.text);
  // Elements of a publisher's own.
  else if (element.children.length === 0) set(element.name, element.text);
}

/** A moment, a span, or the first and the last moment of a track. */
function addTimes(element: XmlElement, set: Setter): void {
  set('time', first(first(element, 'TimeStamp'), 'when')?.text);
  const span = first(element, 'TimeSpan');
  set('start', first(span, 'begin')?.text);
  set('end', first(span, 'end')?.text);
  const moments: string[] = [];
  for (const track of within(element, 'Track')) for (const { text } of all(track, 'when')) if (text) moments.push(text);
  set('start', moments[0]);
  set('end', moments.at(-1));
}
