import type { About, Bounds } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { all, first, textAt, type XmlElement } from '../formats/xml.js';

/** What publishers write where there is nothing to say. */
const nothing = /^(none|no conditions apply|no fees|keine|aucun[e]?|ninguna?|nessuna?|geen|n\/?a|-|unknown|conditions? unknown)\.?$/i;

const said = (text: string | undefined): string | undefined => (text && !nothing.test(text.trim()) ? text.replace(/\s+/g, ' ').trim() : undefined);

/** What a service says of itself, in the words of any of its versions. */
export function aboutService(root: XmlElement): About {
  const identification = first(root, 'ServiceIdentification', 'Service');
  const provider = first(root, 'ServiceProvider');
  const contact = first(identification, 'ContactInformation');
  const terms = said(textAt(identification, 'Fees')) ?? said(textAt(identification, 'AccessConstraints'));
  const publisher = said(textAt(provider, 'ProviderName')) ?? said(textAt(contact, 'ContactPersonPrimary', 'ContactOrganization'));
  const url = safeWebUrl(/https?:\/\/[^\s"'<>]+/.exec(terms ?? '')?.[0]);
  return {
    title: said(textAt(identification, 'Title')),
    description: said(textAt(identification, 'Abstract')),
    publisher,
    licence: terms ? { name: terms.slice(0, 300), url } : undefined,
    page: safeWebUrl(first(provider, 'ProviderSite')?.attributes.get('href')),
  };
}

/** A box in degrees, as WFS and WMTS write it: west and south, east and north. */
export function wgs84Box(element: XmlElement | undefined): Bounds | undefined {
  const corner = (name: string): readonly number[] => (textAt(element, name) ?? '').trim().split(/\s+/).map(Number);
  const [west, south] = corner('LowerCorner');
  const [east, north] = corner('UpperCorner');
  return checkedBox(west, south, east, north);
}

/** A box that lies on Earth and is not turned inside out. */
export function checkedBox(west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN): Bounds | undefined {
  const isBox = south <= north && west <= east && south >= -90.001 && north <= 90.001 && west >= -360 && east <= 360;
  return isBox ? [Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)] : undefined;
}

/** The parameter of an operation, such as its formats: `ows:Value` in 1.1, within `ows:AllowedValues` in 2.0. */
export function allowedValues(element: XmlElement | undefined, name: string): readonly string[] {
  const parameter = element?.children.find((each) => (each.name === 'Parameter' || each.name === 'Constraint') && each.attributes.get('name')?.toLowerCase() === name.toLowerCase());
  const values = [...all(parameter, 'Value'), ...all(first(parameter, 'AllowedValues'), 'Value'), ...all(parameter, 'DefaultValue')];
  return [...new Set(values.map(({ text }) => text).filter(Boolean))];
}

/** The address at which an operation answers, by GET. */
export function operationUrl(operation: XmlElement | undefined): string | undefined {
  const http = first(first(operation, 'DCP', 'DCPType'), 'HTTP');
  const get = first(http, 'Get');
  return get?.attributes.get('href') ?? get?.attributes.get('onlineResource') ?? first(get, 'OnlineResource')?.attributes.get('href');
}
