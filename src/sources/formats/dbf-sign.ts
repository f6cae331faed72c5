/** Whether a file begins like a table of dBASE III to Visual FoxPro: a version, a date that can be, records and fields of possible lengths. */
export function isDbf(head: Uint8Array): boolean {
  if (head.length < 33 || ![0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb].includes(head[0]!)) return false;
  // A date in its second to fourth byte, and then three lengths, are what these files have instead of a mark.
  const [header, record] = [head[8]! | (head[9]! << 8), head[10]! | (head[11]! << 8)];
  return head[2]! <= 12 && head[3]! <= 31 && header >= 33 && record > 0 && /[CNFLDIBYTM@OGP+0VQ]/.test(String.fromCharCode(head[43] ?? 0));
}
