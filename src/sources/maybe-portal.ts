/** Files by their names, whatever stands before them. */
const file = /\.(?:[ct]sv|(geo|topo)?json|xml|zip|km[lz]|g(px|ml|pkg)|xlsx|fgb|(geo)?parquet|pmtiles|shp|dbf)$/i;
/** What only services, and pages that show a file, have in their addresses, though these may end like a file. */
const service = /\*|\b(service|request|map)=|\/api\/(\d|v\d|views|explore|records|download)|\/resource\/\w{4}-\w{4}\b|\/(collections|sharing|blob|raw|src|scl?|s)\/|gbfs|zenodo|\b(open311|georeport|requests)\b|\{z\}|%7Bz/i;

/** Whether an address may be a portal's, so that a plain file is read without the table of all of them. */
export const maybePortal = ({ href, pathname }: URL): boolean => service.test(href) || !file.test(pathname);
