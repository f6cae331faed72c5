import type { Dataset } from '../model/dataset.js';
import { sourceUrl } from './http.js';
import { foundPair, namedPair } from './join-columns.js';
import { joinedDataset } from './join-dataset.js';
import { openDataset } from './open.js';
import { SourceError, type DatasetOptions, type Progress } from './source.js';

/** Each is read for itself. */
const mostLayers = 5;

/** A table whose rows name places, and the shapes of these, each from its own address; both are read at once. Throws `SourceError`. */
export async function openJoined(address: URL, { shapes = '', on, ...options }: DatasetOptions): Promise<Dataset> {
  const other = blamed('The shapes', String(shapes), () => sourceUrl(shapes));
  options.signal?.throwIfAborted();
  // What fails first ends both: nobody needs the one without the other.
  const both = new AbortController();
  const abort = (): void => both.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', abort, { once: true });
  const progress = together(options.onProgress);
  const { signal } = both;
  const { relay, crs } = options;
  const readShapes = (layer?: string): Promise<Dataset> => openDataset(other, { relay, crs, layer, signal, onProgress: progress(1) });
  try {
    const [table, ground] = await Promise.all([
      openDataset(address, { ...options, view: undefined, signal, onProgress: progress(0) }).catch((error: unknown) => Promise.reject(blame('The table', address.href, error))),
      readShapes().catch((error: unknown) => Promise.reject(blame('The shapes', other.href, error))),
    ]);
    // A table that holds nothing yet needs no shapes.
    if (table.length === 0) return table;
    const joined = async (shapes: Dataset): Promise<Dataset> => {
      if (!shapes.places) throw new SourceError('no-places', `The shapes (${other.href}) have no places.`);
      const pair = on?.trim() ? await namedPair(on, table, shapes, signal) : await foundPair(table, shapes, signal);
      return joinedDataset(table, shapes, pair, signal);
    };
    return await joined(ground).catch((error: unknown) => otherLayer(ground, error, async (layer) => joined(await readShapes(layer))));
  } finally {
    options.signal?.removeEventListener('abort', abort);
    both.abort();
  }
}

/** States and counties may lie in one file: where those with most shapes are not meant, the others are tried before all fails. */
async function otherLayer({ report }: Dataset, error: unknown, joined: (layer: string) => Promise<Dataset>): Promise<Dataset> {
  if (!(error instanceof SourceError)) throw error;
  for (const { name } of report.choices?.slice(0, mostLayers) ?? []) {
    try {
      return await joined(name);
    } catch (another) {
      if (!(another instanceof SourceError)) throw another;
    }
  }
  throw error;
}

/** The same failure with the word which of the two addresses it comes from. */
function blame(what: string, address: string, error: unknown): unknown {
  return error instanceof SourceError ? new SourceError(error.reason, `${what} (${address}): ${error.message}`, { cause: error, choices: error.choices }) : error;
}

function blamed<T>(what: string, address: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw blame(what, address, error);
  }
}

/** How far two files have come in all: of how much, only where both say it. */
function together(onProgress: DatasetOptions['onProgress']): (which: 0 | 1) => DatasetOptions['onProgress'] {
  const far: [Progress, Progress] = [{ loaded: 0 }, { loaded: 0 }];
  return (which) => onProgress && ((progress) => {
    far[which] = progress;
    const [{ loaded, total }, other] = far;
    onProgress({ loaded: loaded + other.loaded, total: total && other.total && total + other.total });
  });
}

