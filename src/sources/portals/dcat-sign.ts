import type { Head } from '../formats/common.js';
import { xmlRoot } from '../formats/xml-root.js';

const words = /www\.w3\.org\/ns\/dcat#|"dcat:|project-open-data\.cio\.gov|"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(?:schema:)?(?:Dataset|DataCatalog|Catalog)"/;

/** Whether JSON describes datasets in the words of DCAT or schema.org. */
export function isDcatJson({ json, text }: Head): boolean {
  if (!json || json.kind === 'lines' || !words.test(text)) return false;
  const { members } = json;
  return ['@context', '@graph', '@id', '@type'].some((name) => members.has(name)) || (members.has('dataset') && members.has('conformsTo'));
}

/** Whether a document is RDF/XML that does. */
export const isDcatXml = ({ json, text }: Head): boolean => !json && /^(?:RDF|Catalog|Dataset)$/.test(xmlRoot(text) ?? '') && /www\.w3\.org\/ns\/dcat#|<dcat:/.test(text);
