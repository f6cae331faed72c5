/** Names and values in the order in which they are to be written. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** In pixels: a map with all around it in a column as wide as texts are. */
export const usualHeight = 1000;

interface Frame {
  /** The address of `embed.html`. */
  readonly page: string;
  /** What it shows: `civic` with the name of an element first, then what that element is told. */
  readonly said: Pairs;
  readonly title: string;
  /** In pixels, or such as `100%`. */
  readonly width: number | string;
  /** In pixels, where nobody listens to what the frame says of its height. */
  readonly height: number;
}

/** The markup of a frame that shows one element, for pages that take no script. */
export function frameTag({ page, said, title, width, height }: Frame): string {
  const address = `${page.split('#', 1)[0]}#${new URLSearchParams(said.map(([name, value]) => [name, value]))}`;
  return `<iframe ${attributes([['src', address], ['title', title], ['width', String(width)], ['height', String(height)], ['frameborder', '0'], ['loading', 'lazy'], ['allow', 'geolocation; clipboard-write']])}></iframe>`;
}

/** Attributes as they stand in a tag. */
export const attributes = (pairs: Pairs): string => pairs.map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`)).join(' ');

/** Text as markup: nothing in it ends an attribute or begins a tag, and it comes back letter by letter. */
export const escaped = (text: string): string => text.replace(/[&<>"'\r\n\t]/g, (sign) => (sign === '&' ? '&amp;' : `&#${sign.charCodeAt(0)};`));
