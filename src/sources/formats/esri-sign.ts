import { esriFeatures, type Head } from './common.js';

const own = ['geometryType', 'fieldAliases', 'objectIdFieldName', 'displayFieldName', 'spatialReference'];

/** Whether JSON is an answer of ArcGIS with features, or a map that was saved with its layers in it. */
export function isEsri({ json, text }: Head): boolean {
  if (json?.kind !== 'object' || json.members.get('type') === 'FeatureCollection') return false;
  if (esriFeatures.test(text) || /"featureSet"\s*:\s*\{/.test(text)) return true;
  if (/^\s*\{\s*"feature"\s*:\s*\{\s*"(attributes|geometry)"\s*:/.test(text)) return true;
  return json.members.has('features') && own.some((name) => json.members.has(name));
}
