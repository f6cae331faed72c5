/** Files by their names, whatever stands before them. */
const file = /\.(?:csv|tsv|geojson|topojson|zip|kmz|kml|gpx|xlsx|gpkg|fgb|parquet|pmtiles|gml|shp|dbf|pdf)$/i;
/** What only services have in their addresses, though these may end like a file. */
const service = /[?&]service=|\/api\/(?:\d|v\d|views|explore|records|datasets|download|geospatial|hub)\b|\/resource\/\w{4}-\w{4}\b|\/collections\/|gbfs|open311|georeport|\/sharing\/|\/wfs3?\b/i;
/** What addresses of portals and services have in common. */
const portal = /\/(?:api|dataset|datasets|resource|views?|explore|d|rest|services|collections|ogcapi|ows|wfs|wms|wmts|data|maps?|apps|home|content|documents|items?|requests|discovery|entities|sta|frost\w*|v1\.[01]|organi[sz]ations?|groups?)\b|server\b|\b\w{4}-\w{4}\b|\{z\}|%7Bz%7D/i;

/** Whether an address may be a portal's, so that a plain file is read without the table of all of them. */
export const maybePortal = ({ href, pathname }: URL): boolean => service.test(href) || (!file.test(pathname) && portal.test(href));
