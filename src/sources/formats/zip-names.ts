import { decodeDos } from './encoding-dos.js';
import { strictText } from './encoding.js';
import { guessedEncoding } from './encoding-legacy.js';

/** The name of a file in an archive: in UTF-8 where it says so or is so, else as Japanese or DOS programs write names. */
export function memberName(bytes: Uint8Array, extra: Uint8Array, isUtf8: boolean): string {
  const name = isUtf8 ? new TextDecoder().decode(bytes) : (unicodeName(extra) ?? strictText(bytes, 'utf-8') ?? legacy(bytes));
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

/** Programs that write names in a code page may add them in UTF-8. */
function unicodeName(extra: Uint8Array): string | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x7075 && extra[at + 4] === 1) return strictText(extra.subarray(at + 9, at + 4 + view.getUint16(at + 2, true)), 'utf-8');
  }
  return undefined;
}

const legacy = (bytes: Uint8Array): string => (guessedEncoding(bytes, undefined) === 'shift_jis' ? new TextDecoder('shift_jis').decode(bytes) : decodeDos(bytes, 437));
