/** An address with braces, however they were written. */
export const braced = (address: URL): string => address.href.replace(/%7B/gi, '{').replace(/%7D/gi, '}').replaceAll('${', '{');

/** Whether an address is a template for tiles. */
export const isTemplate = (address: URL): boolean => [/\{(z|TileMatrix)\}/i, /\{(x|TileCol)\}/i, /\{(-?y|TileRow)\}/i].every((sign) => sign.test(braced(address)));
