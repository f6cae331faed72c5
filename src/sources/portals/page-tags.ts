/** A link of a page. */
export interface Link {
  /** Whole, as the page means it. */
  readonly url: string;
  readonly text: string | undefined;
  /** The media type that it claims. */
  readonly type: string | undefined;
  /** Whether the page says that this is the same in another form. */
  readonly alternate: boolean;
}

/** What a page says that helps to find the data that it is about. */
export interface Page {
  readonly title: string | undefined;
  /** The software that made it. */
  readonly generator: string | undefined;
  /** Whether it asks for a password. */
  readonly asksPassword: boolean;
  readonly links: readonly Link[];
  /** The texts of its JSON-LD. */
  readonly described: readonly string[];
}

const longestTag = 8000;
const longestName = 300;
const mostLinks = 2000;
const attribute = /([\w:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Reads what matters of a page, tag by tag: nothing in it is run or built. */
export function readTags(html: string, address: URL): Page {
  const lower = html.toLowerCase();
  const links: Link[] = [];
  const described: string[] = [];
  let [title, generator]: (string | undefined)[] = [];
  let asksPassword = false;
  let base = address.href;
  let close = -1;
  for (let at = html.indexOf('<'); at >= 0 && links.length < mostLinks; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      if (end < 0) break;
      at = end;
      continue;
    }
    const name = /^<([a-z]{1,8})[\s/>]/.exec(lower.slice(at, at + 10))?.[1];
    if (!name || !/^(a|link|meta|script|style|title|input|base)$/.test(name)) continue;
    // Looked for once, however many tags are not closed before it.
    if (close < at) close = html.indexOf('>', at);
    if (close < 0) break;
    if (close - at > longestTag) continue;
    const given = attributesOf(html.slice(at, close));
    at = close;
    if (name === 'title') title ??= words(html.slice(close + 1, close + 1 + longestName).split(/<\/title/i)[0]!);
    else if (name === 'meta' && given.get('name')?.toLowerCase() === 'generator') generator ??= words(given.get('content') ?? '');
    else if (name === 'input' && given.get('type')?.toLowerCase() === 'password') asksPassword = true;
    else if (name === 'base' && URL.canParse(given.get('href') ?? '', address)) base = new URL(given.get('href')!, address).href;
    else if (name === 'script' || name === 'style') {
      const end = lower.indexOf(`</${name}`, close);
      if (end < 0) break;
      if (/ld\+json/i.test(given.get('type') ?? '')) described.push(html.slice(close + 1, end));
      at = end;
    } else if ((name === 'a' || name === 'link') && given.has('href')) {
      const rel = given.get('rel')?.toLowerCase() ?? '';
      if (name === 'link' && !/\balternate\b/.test(rel)) continue;
      const url = linkTo(given.get('href')!, base);
      if (url) links.push({ url, text: words((name === 'a' ? html.slice(close + 1, close + 1 + longestName).split(/<\/a/i)[0]! : given.get('title')) ?? ''), type: given.get('type')?.toLowerCase(), alternate: name === 'link' });
    }
  }
  return { title, generator, asksPassword, links, described };
}

function attributesOf(tag: string): Map<string, string> {
  return new Map([...tag.matchAll(attribute)].map(([, name, double, single, bare]) => [name!.toLowerCase(), unescaped(double ?? single ?? bare ?? '')]));
}

function linkTo(href: string, base: string): string | undefined {
  if (!URL.canParse(href.trim(), base)) return undefined;
  const url = new URL(href.trim(), base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Text without tags, in one line. */
const words = (html: string): string | undefined => unescaped(html.slice(0, longestName).replace(/<[^<>]*>?/g, ' ')).replace(/\s+/g, ' ').trim() || undefined;
