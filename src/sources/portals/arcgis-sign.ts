/** What a service of ArcGIS, or a layer of it, has below it: a page or an answer about the same rows. */
const below = '(?:/(?:query|layers|legend|info|find|identify|export|tile|iteminfo|metadata|generateRenderer|queryDomains)\\b.*|/\\d+)?';
const service = new RegExp(`/(?:Feature|Map|Image|VectorTile|Scene)Server(?:/\\d+)?${below}/?$`, 'i');
const folder = /\/rest\/services(?:\/[^/]+){0,2}\/?$/i;

/** Whether an address is that of a service of ArcGIS, of a part of it, or of a list of services. MapServer, another program, is told by what it is asked. */
export const isArcgis = ({ pathname, search }: URL): boolean => (service.test(pathname) && (/\/services\//i.test(pathname) || !/[?&](map|service)=/i.test(search))) || folder.test(pathname);
