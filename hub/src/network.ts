import { isIPv4, isIPv6 } from 'node:net';

/**
 * The part of an address that many share: 24 bits of IPv4, 48 of IPv6, as text. It is only ever hashed, never kept;
 * what is no address is one network with all others of its kind.
 */
export function networkOf(address: string): string {
  const plain = address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.');
  if (!isIPv6(plain)) return 'unknown';
  // The groups that “::” leaves out are zero.
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const full = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after];
  return full.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

/** Whose request it is, behind so many proxies of our own: each of them adds the address that it sees to the end of `X-Forwarded-For`. */
export function addressOf(connection: string | undefined, forwarded: string | undefined, proxies: number): string {
  const seen = [...(forwarded ?? '').split(',').map((part) => part.trim()).filter(Boolean), connection ?? ''];
  return seen[Math.max(0, seen.length - 1 - proxies)]!;
}
