/** Pixels of a square of the register. */
const square = 64;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is taken of a picture, kept by squares, so that few boxes have to be looked at to find whether one more has room. */
export class Room {
  readonly #taken = new Map<string, Box[]>();

  /** Takes a box around a spot, whatever is there. */
  take(x: number, y: number, width: number, height: number): void {
    const box = boxOf(x, y, width, height);
    for (const key of keys(box)) {
      const there = this.#taken.get(key);
      if (there) there.push(box);
      else this.#taken.set(key, [box]);
    }
  }

  /** Takes a box around a spot where nothing is; false where something is. */
  takeFree(x: number, y: number, width: number, height: number): boolean {
    const { left, top, right, bottom } = boxOf(x, y, width, height);
    for (const key of keys({ left, top, right, bottom })) {
      for (const other of this.#taken.get(key) ?? []) {
        if (left < other.right && right > other.left && top < other.bottom && bottom > other.top) return false;
      }
    }
    this.take(x, y, width, height);
    return true;
  }
}

function boxOf(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function* keys({ left, top, right, bottom }: Box): Generator<string> {
  for (let column = Math.floor(left / square); column * square < right; column += 1) {
    for (let line = Math.floor(top / square); line * square < bottom; line += 1) yield `${column} ${line}`;
  }
}
