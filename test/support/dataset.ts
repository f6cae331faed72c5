import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions, type SourceReason } from '../../src/sources/source.js';
import type { Column, Dataset } from '../../src/model/dataset.js';
import { latitude, longitude } from '../../src/model/mercator.js';
import { serve } from './fake-fetch.js';

type Body = string | Uint8Array<ArrayBuffer> | ArrayBuffer;

/** Reads a body as if it came from the network, of a type that says nothing. */
export async function read(body: Body, options: DatasetOptions = {}, headers: Record<string, string> = { 'content-type': 'application/octet-stream' }): Promise<Dataset> {
  const { restore } = serve({ '/data': () => new Response(body, { headers }) });
  try {
    return await openDataset('/data', options);
  } finally {
    restore();
  }
}

/** The failure of a reading; throws where it succeeds. */
export async function failure(reading: Promise<unknown>): Promise<{ reason: SourceReason; message: string }> {
  const error: unknown = await reading.then(() => new Error('It was read.'), (caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw error;
  return error;
}

export function column(dataset: Dataset, name: string): Column {
  const found = dataset.columns.find((each) => each.name === name);
  if (!found) throw new Error(`No column “${name}” but ${dataset.columns.map((each) => `“${each.name}”`).join(', ')}`);
  return found;
}

export const values = (dataset: Dataset, name: string): (string | number | undefined)[] => Array.from({ length: dataset.length }, (_, row) => column(dataset, name).value(row));

/** The place of a row in degrees, to six digits; undefined for none. */
export function place(dataset: Dataset, row: number): readonly [number, number] | undefined {
  const { x, y } = dataset.places ?? { x: undefined, y: undefined };
  if (!x || !y || Number.isNaN(x[row]!)) return undefined;
  return [Number(longitude(x[row]!).toFixed(6)), Number(latitude(y[row]!).toFixed(6))];
}

/** How many rows each problem concerns. */
export const problems = ({ report }: Dataset): Record<string, number> => Object.fromEntries(report.problems.map(({ reason, count }) => [reason, count]));

export const accounted = ({ report }: Dataset): boolean => report.read === report.kept + report.problems.reduce((sum, { count, dropped }) => sum + (dropped ? count : 0), 0);
