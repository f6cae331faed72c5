import { safeWebUrl } from '../../model/safe-url.js';
import type { Json } from './answer.js';
import type { Offer } from './offers.js';

/** More services of one app are not named. */
const most = 50;

/** The layers that an app names itself, wherever in its settings that is. */
export function servicesOf(settings: Json): readonly Offer[] {
  const said = JSON.stringify(settings).matchAll(/"(https?:\/\/[^"\\?\s]+\/(?:Feature|Map)Server(?:\/\d+)?)\/?(?:\?[^"]*)?"/gi);
  // Geocoders and basemaps are services as well, and no data.
  const urls = [...new Set([...said].map(([, url]) => url!))].filter((url) => !/\/(?:World_\w+|basemaps?|GeocodeServer|Utilities)\//i.test(url));
  return urls.slice(0, most).flatMap((href) => {
    const url = safeWebUrl(href);
    return url ? [{ name: url, title: decodeURIComponent(/services\/(?:.*\/)?([^/]+)\/(?:Feature|Map)Server/i.exec(href)?.[1] ?? '').replaceAll('_', ' ') || undefined, format: 'ArcGIS', url }] : [];
  });
}

/** The maps that it shows, by their ids. */
export function mapsOf(settings: Json): readonly string[] {
  const said = JSON.stringify(settings).matchAll(/"(?:itemId|webmap|webmapId|mapItemId|mapId|map|webMap)"\s*:\s*"([\da-f]{32})"/gi);
  return [...new Set([...said].map(([, id]) => id!))];
}
