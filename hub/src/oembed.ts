import { Hono } from 'hono';
import { frameTag, usualHeight, type Pairs } from '../../src/model/frame-written.js';
import type { HubConfig } from './config.js';
import { invalid, notFound, Problem } from './problem.js';
import { isNamed } from './relay-request.js';

/** In pixels, where nobody says how much room there is. */
const usualWidth = 800;
/** What is said behind a hash and names something to be read. */
const addresses = ['src', 'shapes', 'endpoint', 'relay'];

/**
 * `GET /oembed?url=[&maxwidth=&maxheight=&format=json]`: what another site shows for one of the city's addresses (oEmbed 1.0,
 * type `rich`): a frame with `embed.html`. The address is that of data or of a dataset's page, which a map shows; or, with
 * `#civic=…` behind it, that of what it says itself. Of addresses on other hosts it knows nothing.
 */
export function oembedRoutes({ name, embed, embedHosts }: Pick<HubConfig, 'name' | 'embedHosts'> & { readonly embed: string }): Hono {
  return new Hono().get('/oembed', (context) => {
    const { url: asked, maxwidth, maxheight, format = 'json' } = context.req.query();
    if (!asked) throw invalid(400, { path: '/url', code: 'required', message: 'Name what is to be shown by its address: ?url=https%3A%2F%2Fdata.city.example%2Fdataset%2Ftrees' });
    if (format !== 'json') throw new Problem(501, 'There is this answer as JSON alone: leave format out, or write format=json.');
    const here = new URL(context.req.url);
    here.host = context.req.header('host') ?? here.host;
    const page = new URL(embed, here);
    const isOurs = (address: string): boolean => {
      const url = URL.canParse(address, page.href) ? new URL(address, page) : undefined;
      return url !== undefined && /^https?:$/.test(url.protocol) && (url.host === page.host || url.host === here.host || isNamed(url, embedHosts));
    };
    const said = saidBy(asked, page);
    if (!URL.canParse(asked) || !isOurs(asked) || !namedBy(said).every(isOurs)) throw notFound('address among those that are shown on other sites');
    const title = said.find(([key]) => key === 'label')?.[1];
    const [width, height] = [room('maxwidth', maxwidth, usualWidth), room('maxheight', maxheight, usualHeight)];
    const html = frameTag({ page: page.href, said, title: title ?? name, width, height });
    return context.json({ version: '1.0', type: 'rich', ...(title && { title }), provider_name: name, provider_url: page.origin, width, height, html });
  });
}

/** What an address says to `embed.html`: by itself, or it is that of something to be shown on a map. */
function saidBy(address: string, page: URL): Pairs {
  const hash = address.indexOf('#');
  const behind = [...new URLSearchParams(hash < 0 ? '' : address.slice(hash + 1))];
  const element = behind.find(([key]) => key === 'civic');
  const before = hash < 0 ? address : address.slice(0, hash);
  if (!element) return [['civic', 'map'], ['src', address]];
  const more = behind.filter(([key]) => key !== 'civic');
  const isSilent = before === page.href || more.some(([key]) => key === 'src' || key === 'endpoint');
  return [element, ...(isSilent ? [] : [['src', before] as const]), ...more];
}

const namedBy = (said: Pairs): string[] => said.flatMap(([key, value]) => (key === 'civic-layer' ? namedBy([...new URLSearchParams(value)]) : addresses.includes(key) ? [value] : []));

/** How large the frame is, where it may be no larger than what was asked for. */
function room(name: string, most: string | undefined, usual: number): number {
  if (most === undefined) return usual;
  if (!/^[1-9]\d{0,4}$/.test(most)) throw invalid(400, { path: `/${name}`, code: 'not-valid', message: `Write ${name} as a whole number of pixels.` });
  return Math.min(Number(most), usual);
}
