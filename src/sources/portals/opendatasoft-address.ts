/** What the address of a page, of an export or of an API of Opendatasoft names. */
export interface OpendatasoftAddress {
  /** The root of the portal. */
  readonly base: string;
  readonly id: string;
  /** What narrows the rows down, as the second API says it; without the limits of a page. */
  readonly query: URLSearchParams;
  /** Whether the address is one of the first API, which old portals have alone. */
  readonly old: boolean;
  /** Whether sums over rows are asked for, rather than rows. */
  readonly computed: boolean;
}

const second = /^(.*?)\/api\/(?:explore\/v2\.\d|v2)\/catalog\/datasets\/([^/]+)(?:\/|$)/;
const first = /^(.*?)\/api\/(?:records|datasets)\/1\.0\/(?:search|download|geopreview|analyze|([^/]+))\/?$/;
const page = /^(.*?)\/(?:explore(?:\/embed)?\/(?:dataset|assets)|map\/embed\/dataset)\/([^/]+)(?:\/|$)/;

/** The page on which a portal lists what it has. */
export const isCatalogue = ({ pathname }: URL): boolean => /^\/explore\/?$/.test(pathname);

/** The dataset that an address names; `undefined` where it looks like none. */
export function opendatasoftAddress({ origin, pathname, searchParams }: URL): OpendatasoftAddress | undefined {
  const [, prefix, id] = second.exec(pathname) ?? page.exec(pathname) ?? [];
  if (id !== undefined) {
    const isPage = !second.test(pathname);
    return { base: origin + prefix!, id: decoded(id), query: isPage ? asSecond(searchParams) : kept(searchParams), old: false, computed: searchParams.has('group_by') || /\(/.test(searchParams.get('select') ?? '') };
  }
  const [asked, base, named] = first.exec(pathname) ?? [];
  const dataset = searchParams.get('dataset') ?? (asked?.includes('/datasets/') ? named : undefined);
  if (asked === undefined || !dataset) return undefined;
  return { base: origin + base!, id: decoded(dataset), query: asSecond(searchParams), old: true, computed: asked.includes('analyze') };
}

/** What is about one page, or about a form in which other answers come. */
function kept(asked: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...asked].filter(([key]) => /^(where|refine|exclude|select|q|qv1|lang|timezone|apikey)$/.test(key)).map(([key, value]) => (key === 'q' ? ['where', literal(value)] : [key, value])));
}

/** Filters as pages and the first API have them, `refine.kind=oak`, as the second has them. */
export function asSecond(asked: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...asked].flatMap(([key, value]) => {
      const [, verb, field] = /^(refine|exclude)\.(.+)$/.exec(key) ?? [];
      if (verb && field) return [[verb, `${field}:${literal(value)}`]];
      if (key === 'q' && value.trim()) return [['where', literal(value)]];
      return /^(lang|timezone|apikey)$/.test(key) ? [[key, value]] : [];
    }),
  );
}

/** A text as the query language has it: alone, it is looked for everywhere. */
const literal = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
