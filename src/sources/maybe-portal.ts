/** Files by their names, whatever stands before them. */
const file = /\.(?:[ct]sv|(geo|topo)json|zip|km[lz]|g(px|ml|pkg)|xlsx|fgb|(geo)?parquet|pmtiles|shp|dbf)$/i;
/** What only services have in their addresses, though these may end like a file. */
const service = /\*|\b(service|request|map)=|\/api\/(v?\d|views|explore|records|download)|\/resource\/\w{4}-\w{4}\b|\/(collections|sharing)\b|gbfs|\b(open311|georeport)\b/i;
/** What addresses of portals and services have in common. */
const portal = /\/(api|datasets?|resource|views?|explore|d|rest|services|ogc|ogcapi|ogc-api|oapif?|ows|data|maps?|apps|home|content|documents|items?|requests|discovery|entities|sta|frost\w*|v1\.[01]|organi[sz]ations?|groups?|reuses)\b|serv|w[fm]t?s|\b\w{4}-\w{4}\b|\{z\}|%7Bz/i;

/** Whether an address may be a portal's, so that a plain file is read without the table of all of them. */
export const maybePortal = ({ href, pathname }: URL): boolean => service.test(href) || (!file.test(pathname) && portal.test(href));
