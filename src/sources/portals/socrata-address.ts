/** What the address of a page, a file or an API of Socrata names. */
export interface SocrataAddress {
  readonly origin: string;
  readonly id: string;
  /** What narrows the rows down, such as `$where` and `kind=oak`; without the limits of a page. */
  readonly query: URLSearchParams;
  /** Whether nothing but Socrata has such addresses. */
  readonly certain: boolean;
}

const id = '[a-z0-9]{4}-[a-z0-9]{4}';
const api = new RegExp(`/(?:resource|api/id|api/views|api/v3/views|api/geospatial|api/odata/v4|OData\\.svc|api/download)/(${id})(?=[./?]|$)`);
/** `/d/xxxx-xxxx`, and the address with the dataset's category and name, with or without a tab. */
const page = new RegExp(`/(?:d|w|widgets|view)/(${id})(?:/|$)|^(?:/[a-z]{2}(?:-[A-Z]{2})?)?/[^/]+/[^/]+/(${id})(?:/(?:data|map|about_data|about|explore|data_preview|visualization|edit_view|embed|preview|datasets)(?:/.*)?)?/?$`);
/** What is about one page, or belongs to a form in which other answers come. */
const own = /^(\$limit|\$offset|method|format|accesstype|bom|cachebust|date|query|pagenumber|pagesize|mobile|\$\$read_from_nbe|\$\$version|utm_\w+)$/i;

/** The dataset that an address names; `undefined` where it looks like none. */
export function socrataAddress({ origin, pathname, searchParams }: URL): SocrataAddress | undefined {
  const asked = api.exec(pathname)?.[1];
  const shown = asked ?? page.exec(pathname)?.slice(1).find(Boolean);
  // Two years look like an id, and are none.
  if (!shown || (!asked && /^(1\d|20)\d\d-(1\d|20)\d\d$/.test(shown))) return undefined;
  const query = new URLSearchParams(asked === undefined ? [] : [...searchParams].filter(([key]) => !own.test(key)));
  const question = searchParams.get('query');
  if (question && /\/api\/v3\//.test(pathname)) query.set('$query', question);
  return { origin, id: shown, query, certain: asked !== undefined };
}
