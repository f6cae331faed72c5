import type { Choice } from '../model/dataset.js';
import type { DatasetOptions, Input, Progress, SourceReason } from './source.js';
import type { PackedDataset } from './worker-packing.js';

/** What the page says to the worker: first what is to be read, then its bytes. */
export type ToWorker =
  | { readonly kind: 'read'; readonly address: string; readonly input: Omit<Input, 'address' | 'body'> & { address: undefined; body: undefined }; readonly options: DatasetOptions; readonly wantsBeginning: boolean }
  /** None at the end. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> | undefined };

/** What the worker says to the page. */
export type FromWorker =
  | { readonly kind: 'ready' }
  /** So many parcels more may come; the memory of one that was read may be used for one of them. */
  | { readonly kind: 'wanted'; readonly parcels: number; readonly buffer?: ArrayBuffer | undefined }
  /** The rest of the bytes need not come. */
  | { readonly kind: 'enough' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'beginning'; readonly dataset: PackedDataset }
  | { readonly kind: 'dataset'; readonly dataset: PackedDataset }
  | { readonly kind: 'failure'; readonly reason?: SourceReason | undefined; readonly message: string; readonly choices?: readonly Choice[] | undefined };
