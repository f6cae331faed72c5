import { joined } from './bytes.js';
import type { TestTable } from './sqlite.js';

type Box = readonly [west: number, south: number, east: number, north: number];

const perNode = 51;

function node(depth: number, entries: readonly (readonly [number: number, box: Box])[]): Uint8Array {
  const bytes = new Uint8Array(4 + entries.length * 24);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, depth);
  view.setUint16(2, entries.length);
  entries.forEach(([number, [west, south, east, north]], i) => {
    view.setBigInt64(4 + i * 24, BigInt(number));
    // SQLite rounds outwards, to numbers of four bytes.
    [west - 1e-4, east + 1e-4, south - 1e-4, north + 1e-4].forEach((value, side) => view.setFloat32(12 + i * 24 + side * 4, value));
  });
  return joined([bytes, new Uint8Array(1228 - bytes.length)]);
}

const around = (boxes: readonly Box[]): Box => [Math.min(...boxes.map(([west]) => west)), Math.min(...boxes.map(([, south]) => south)), Math.max(...boxes.map(([, , east]) => east)), Math.max(...boxes.map(([, , , north]) => north))];

/** The nodes of an R*Tree over boxes, of the rows from 1 on, as SQLite keeps them: the root is the first. */
export function rtreeOf(name: string, boxes: readonly Box[]): TestTable {
  let level = boxes.map((box, i) => [i + 1, box] as const);
  const nodes: Uint8Array[] = [new Uint8Array(0)];
  let depth = 0;
  for (; level.length > perNode; depth += 1) {
    const below = level;
    level = Array.from({ length: Math.ceil(below.length / perNode) }, (_, i) => {
      const entries = below.slice(i * perNode, (i + 1) * perNode);
      return [nodes.push(node(0, entries)), around(entries.map(([, box]) => box))] as const;
    });
  }
  nodes[0] = node(depth, level);
  return { statement: `CREATE TABLE "${name}"(nodeno INTEGER PRIMARY KEY,data)`, rows: nodes.map((bytes) => [null, bytes]) };
}
