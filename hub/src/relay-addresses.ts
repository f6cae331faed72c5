import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { Problem } from './problem.js';

/**
 * Addresses that are no public servers, by the special-purpose registries of IANA (RFC 6890 and its successors): an answer
 * from there could be the city's own network, or the machine's own secrets.
 */
const forbidden = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24],
  ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) forbidden.addSubnet(net, bits, 'ipv4');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
// Of what is global by its prefix: tunnels, which can carry a private address within, documentation, benchmarks.
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['2620:4f:8000::', 48], ['3fff::', 20]] as const) forbidden.addSubnet(net, bits, 'ipv6');

/** Whether an address is that of a public server. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !forbidden.check(address, 'ipv4');
  // What is not global unicast is a private, local or mapped address.
  return family === 6 && globalUnicast.check(address, 'ipv6') && !forbidden.check(address, 'ipv6');
}

/** The address at which a host is asked: resolved once, so that it cannot be another one when the request is sent. Throws `Problem`. */
export async function publicAddress(host: string): Promise<string> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = isIP(bare) ? [bare] : await lookup(bare, { all: true, verbatim: true }).then((all) => all.map(({ address }) => address), () => []);
  const [first] = found;
  if (first === undefined) throw new Problem(502, `${host} has no address: is its name right?`);
  // One private address among public ones is how a name is turned against the network it is asked from.
  if (!found.every(isPublic)) throw new Problem(403, `${host} is not on the public internet, so it is not relayed.`);
  return first;
}
