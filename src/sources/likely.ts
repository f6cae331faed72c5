/** What reads most files that begin so: JSON, or what is neither markup nor bytes. It is no more than a guess, so that it comes while the file is looked at. */
export async function likely([first, , , fourth = 0]: Uint8Array): Promise<unknown> {
  if (first === 0x7b || first === 0x5b) return import('./json-shape.js');
  return first !== 0x3c && fourth > 8 && import('./formats/csv.js');
}
