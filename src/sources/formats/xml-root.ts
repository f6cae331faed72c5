/** The declaration, comments, instructions and the document type, which may stand before the first element. */
const before = /^\s*(?:<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|\s)*/i;

/** The local name of the first element of a document, such as `kml`; `undefined` for what is no XML. */
export function xmlRoot(text: string): string | undefined {
  if (!/^[^<]{0,20}</.test(text)) return undefined;
  const start = text.indexOf('<');
  const rest = text.slice(start).replace(before, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1];
}

/** A document in which a service says that something went wrong. */
export const isOwsException = (text: string): boolean => /^(ServiceException(Report)?|ExceptionReport)$/.test(xmlRoot(text) ?? '');

/** A collection of features, by any name, as long as there is something of GML in it. */
export function isGml(text: string): boolean {
  const root = xmlRoot(text) ?? '';
  if (/FeatureCollection$|^featureMembers?$/.test(root)) return true;
  if (root === '' || /Capabilities$|^(rdf|RDF|schema)$/.test(root) || !/opengis\.net\/gml/.test(text)) return false;
  return /<(\w[\w.-]*:)?(featureMembers?|members?|cityObjectMember|hasMember)\b/.test(text) || isGmlFeature(text);
}

/** One feature alone, as a WFS answers who asks for it by its id, or one geometry: what has an id has positions within. */
export function isGmlFeature(text: string): boolean {
  const tag = /^<[^>]*>/.exec(text.slice(text.indexOf('<')).replace(before, ''))?.[0] ?? '';
  const isGeometry = /^<([\w.-]+:)?(Multi)?(Point|LineString|Curve|Polygon|Surface|Geometry)\b/.test(tag);
  return (isGeometry || /\s([\w.-]+:id|fid)=/.test(tag)) && /<([\w.-]+:)?(pos|posList|coordinates)\b/.test(text) && !/FeatureCollection$|^featureMembers?$/.test(xmlRoot(text) ?? '');
}
