import type { Choice, Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';

/** Something in an archive that can be read by itself. */
export interface Layer {
  readonly name: string;
  readonly format: string;
  /** How many places it has at most, where that is known before it is read. */
  readonly most?: number | undefined;
  /** Whether it is what the archive is about, if it has any places. */
  readonly isMain?: boolean | undefined;
  /** Whether it has no geometry. */
  readonly isTable?: boolean | undefined;
  read(options: DatasetOptions): Promise<Dataset>;
}

/** The layer that was asked for, or else the one with most places, of those without any the one that holds most. `all` are the choices, of which `layers` come into question by themselves. */
export async function bestLayer(layers: readonly Layer[], all: readonly Layer[], address: URL, options: DatasetOptions): Promise<Dataset> {
  const { layer: wanted, ...rest } = { ...options, format: undefined };
  const named = wanted === undefined ? undefined : (all.find(({ name }) => name === wanted) ?? all.find(({ name }) => isNamed(name, wanted)));
  if (named) return withOthers(await named.read({ ...rest, layer: within(named.name, wanted!) }), named, all);
  if (wanted !== undefined && all.length > 1) throw new SourceError('not-found', `${address.href} has no “${wanted}” in it, but ${listOf(all)}.`, { choices: all.map(choiceOf) });
  if (layers.length === 1) return withOthers(await layers[0]!.read({ ...rest, layer: wanted }), layers[0]!, all);
  let found: { readonly dataset: Dataset; readonly layer: Layer } | undefined;
  let failure: unknown;
  for (const layer of layers) {
    // What cannot have more places need not be read.
    if (found && found.dataset.report.located > 0 && layer.most !== undefined && layer.most <= found.dataset.report.located) continue;
    try {
      const dataset = await layer.read(rest);
      if (!found || (dataset.report.located - found.dataset.report.located || cellsOf(dataset) - cellsOf(found.dataset)) > 0) found = { dataset, layer };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      failure ??= error;
    }
    // The first of a KMZ is what it shows; the others are what it links to.
    if (found && layer.isMain && found.dataset.report.located > 0) break;
  }
  if (!found) throw failure;
  return withOthers(found.dataset, found.layer, all);
}

const cellsOf = ({ length, columns }: Dataset): number => length * columns.length;
const choiceOf = ({ name, format }: Layer): Choice => ({ name, format });
/** Names for a message. */
export const listOf = (layers: readonly { readonly name: string }[]): string => layers.slice(0, 20).map(({ name }) => `“${name}”`).join(', ') + (layers.length > 20 ? ' …' : '');

/** A layer is named by its path, by its file's name, with or without its ending, or by its path and what is in it. */
function isNamed(name: string, wanted: string): boolean {
  const [path, asked] = [name.toLowerCase(), wanted.trim().toLowerCase()];
  const file = path.slice(path.lastIndexOf('/') + 1);
  return path === asked || file === asked || file.replace(/\.\w+$/, '') === asked || asked.startsWith(`${path}/`);
}

const within = (name: string, wanted: string): string | undefined => (wanted.trim().toLowerCase().startsWith(`${name.toLowerCase()}/`) ? wanted.trim().slice(name.length + 1) : undefined);

function withOthers(dataset: Dataset, layer: Layer, all: readonly Layer[]): Dataset {
  const inner = dataset.report.choices ?? [];
  const prefix = all.length > 1 ? `${layer.name}/` : '';
  const choices = [...inner.map((choice) => ({ ...choice, name: prefix + choice.name })), ...all.filter((each) => each !== layer).map(choiceOf)];
  return choices.length > 0 ? { ...dataset, report: { ...dataset.report, choices } } : dataset;
}
