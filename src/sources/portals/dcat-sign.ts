import type { Head } from '../formats/common.js';
import { xmlRoot } from '../formats/xml-root.js';

const words = /www\.w3\.org\/ns\/dcat#|"dcat:|project-open-data\.cio\.gov|"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(?:schema:)?(?:Dataset|DataCatalog|Catalog)"/;

const others = /"http:\/\/(purl\.org\/dc\/terms|xmlns\.com\/foaf\/0\.1|www\.w3\.org\/2006\/vcard)\//;

/** Whether JSON describes datasets in the words of DCAT or schema.org. */
export function isDcatJson({ json, text }: Head): boolean {
  if (!json || json.kind === 'lines') return false;
  const { members } = json;
  // Catalogues in JSON-LD may begin with publishers, and with more of them than are seen here; the oldest lists of governments have words of their own alone.
  if (members.has('@id') && members.has('@type') && others.test(text)) return true;
  if (members.has('title') && members.has('distribution') && /"(download|access)URL"\s*:/.test(text)) return true;
  if (!words.test(text)) return false;
  return ['@context', '@graph', '@id', '@type'].some((name) => members.has(name)) || (members.has('dataset') && members.has('conformsTo'));
}

/** Whether a document is RDF/XML that does. */
export const isDcatXml = ({ json, text }: Head): boolean => !json && /^(?:RDF|Catalog|Dataset)$/.test(xmlRoot(text) ?? '') && /www\.w3\.org\/ns\/dcat#|<dcat:/.test(text);
