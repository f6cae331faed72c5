/** Files, other than the programs that services are. */
const file = /\.(?!(?:exe|f?cgi|php|aspx?|ashx|jsp|map|py|pl)$)[a-z]\w{1,7}$/i;

const asks = ({ searchParams }: URL, name: string): string | undefined => [...searchParams].find(([key]) => key.toLowerCase() === name)?.[1];

/** Whether an address is that of a service of the OGC: it says so by a parameter, or, where there is none, by its path or by that of a map. */
export function isOws(address: URL, service: 'wfs' | 'wms' | 'wmts'): boolean {
  const said = asks(address, 'service');
  if (said !== undefined) return said.toLowerCase() === service;
  const path = address.pathname;
  const request = asks(address, 'request') ?? '';
  if (/^(getfeature|describefeaturetype)$/i.test(request)) return service === 'wfs';
  if (/^get(map|legendgraphic|featureinfo)$/i.test(request)) return service === 'wms';
  if (/^gettile$/i.test(request)) return service === 'wmts';
  // A third version of WFS became another standard, and `MapServer` of ArcGIS is another program.
  if (file.test(path) || /\/rest\/services\/.*server\/(?!wm|wf)/i.test(path)) return false;
  const named = /wmts/i.test(path) ? 'wmts' : /wfs(?!3\b)/i.test(path) ? 'wfs' : /wms/i.test(path) ? 'wms' : undefined;
  if (named) return named === service;
  return /\/ows\/?$|mapserv|\/geoserver\/?$/i.test(path) || asks(address, 'map') !== undefined;
}
