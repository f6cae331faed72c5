import { grown } from '../../model/growing.js';

/** Bytes after which it shows how much will come of the others. */
const sample = 500_000;
const most = 1_000_000_000;

/** What has come of a stream of bytes and is not read yet, in one piece: what is read is forgotten, what is cut off waits for more. */
export class ByteWindow {
  #bytes: Uint8Array = new Uint8Array(262_144);
  #from = 0;
  #end = 0;
  /** How much must have come before it is worth another look, where the last found nothing whole. */
  #wanted = 0;
  #read = 0;
  #isFirst = true;

  /** What is not read yet; only until more is added. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(this.#from, this.#end);
  }

  /** Adds what has come; whether it is worth looking at. */
  add(piece: Uint8Array): boolean {
    if (this.#end + piece.length > this.#bytes.length) {
      const rest = this.#end - this.#from;
      this.#bytes.copyWithin(0, this.#from, this.#end);
      this.#bytes = grown(this.#bytes, rest + piece.length);
      this.#from = 0;
      this.#end = rest;
    }
    this.#bytes.set(piece, this.#end);
    this.#end += piece.length;
    return this.#end - this.#from >= this.#wanted;
  }

  /** How many times as much there is as was read, said once, when enough was read to tell: room that grows by and by is made again and again. */
  expected(size: number | undefined): number | undefined {
    if (!this.#isFirst || this.#read < sample) return undefined;
    this.#isFirst = false;
    // More than that, for the next may be longer, and room that stays empty takes no memory; and not what no page could hold, whatever a server says.
    return size! < most ? (size! / this.#read) * 1.25 : undefined;
  }

  /** Forgets what was read. Of what is cut off twice as much must come before it is looked at again, so that it is not looked at for ever. */
  read(length: number): void {
    this.#from += length;
    this.#read += length;
    this.#wanted = length > 0 ? 0 : 2 * (this.#end - this.#from);
  }
}
