/** What the address of a page of ArcGIS Hub, or of an item, names. */
export interface HubPage {
  /** Where the item lies, if not with ArcGIS Online. */
  readonly base?: string | undefined;
  readonly id?: string | undefined;
  readonly layer?: string | undefined;
  /** Such as `cityofx::trees`. */
  readonly slug?: string | undefined;
  /** Whether it is the address of a file that Hub makes. */
  readonly download?: boolean | undefined;
}

const item = /([\da-f]{32})(?:_(\d+))?/i;
/** Pages of Hub, with or without the name of a tab behind. */
const page = /\/(?:datasets|maps|content|documents|apps|items)\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?([^/]+)(?:\/(?:explore|about|data|geoservice|api|api-explorer|info|view))?\/?$/i;
const download = /\/api\/(?:download\/v1|v3)\/(?:items|datasets)\/([\da-f]{32})(?:_(\d+))?\//i;
const isFile = /\.(?:geojson|csv|zip|kml|kmz|xlsx|json|gdb|gpkg|parquet|shp|gpx|xml|ttl|rdf|html?)$/i;

/** The page of an item or of a dataset that an address names; `undefined` where it looks like none. */
export function hubPage({ origin, hostname, pathname, searchParams, hash }: URL): HubPage | undefined {
  const content = /^(.*)\/sharing\/(?:rest\/)?content\/items\/([\da-f]{32})\/?$/i.exec(pathname);
  if (content) return { base: origin + content[1]!, id: content[2] };
  // What an item keeps is a file.
  if (/\/sharing\//i.test(pathname)) return undefined;
  // What was made of data: an app names the maps that it shows.
  const app = /^(.*?)\/(?:apps\/(?:dashboards|opsdashboard|experiencebuilder\/experience)|experience|stories)\/(?:index\.html#?\/)?([\da-f]{32})(?:\/|$)/i.exec(pathname + (/opsdashboard/.test(pathname) ? hash.slice(1) : ''));
  if (app) return { base: /^(?:experience|storymaps)\./i.test(hostname) ? undefined : origin + app[1]!, id: app[2] };
  const named = [searchParams.get('id'), searchParams.get('appid'), searchParams.get('webmap'), searchParams.get('layers')].find((value) => value && item.test(value));
  const portal = /^(.*?)\/(?:home|apps)\/(?:item|webmap\/viewer|mapviewer\/index|instant|webappviewer|viewer|mapseries|mapjournal|view)\b/i.exec(pathname);
  if (portal && named) return { base: origin + portal[1]!, id: item.exec(named)![1], layer: searchParams.get('sublayer') ?? undefined };
  // Sites of an organisation's own server keep the page behind the `#`.
  const own = /^(.*?)\/apps\/sites\/?$/i.exec(pathname);
  const shown = own && /\/(?:datasets|maps|items|documents)\/([\da-f]{32})(?:_(\d+))?/i.exec(hash);
  if (shown) return { base: origin + own[1]!, id: shown[1], layer: shown[2] };
  const made = download.exec(pathname);
  if (made) return { id: made[1], layer: made[2] ?? /^\d+/.exec(searchParams.get('layers') ?? '')?.[0], download: true };
  const last = decoded(page.exec(pathname)?.[1] ?? '');
  if (!last || isFile.test(last)) return undefined;
  const [whole, id, layer] = item.exec(last) ?? [];
  if (id && last.startsWith(whole!)) return { id, layer: layer ?? searchParams.get('layer') ?? undefined };
  // Other portals call their datasets so, too: `::` stands in addresses of Hub alone.
  return last.includes('::') || /(?:^|\.)(?:hub|opendata)\.arcgis\.com$/i.test(hostname) || /\/datasets\/[^/]+(?:\/(?:explore|about|data))?\/?$/i.test(pathname) ? { slug: last } : undefined;
}

/** Whether an address is one that only Hub, or a portal of ArcGIS, has. */
export function isHub(address: URL): boolean {
  const found = hubPage(address);
  return Boolean(found && (found.id || found.slug!.includes('::') || /(?:^|\.)(?:hub|opendata)\.arcgis\.com$/i.test(address.hostname)));
}

/** Portals of another make whose pages have addresses like Hub's. */
const others = /(?:^|\.)(?:data\.gouv\.fr|data\.public\.lu|dados\.gov\.pt|gov\.rs)$/i;

/** Whether it is likely a page of a Hub with a name of its own: no language stands before it, and no slash behind. */
export const isHubSite = ({ hostname, pathname }: URL): boolean => /^\/datasets\/(?!search$)[^/.]+(?:\/(?:explore|about|data))?$/.test(pathname) && !others.test(hostname);

/** An address that encodes nothing sensible stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
