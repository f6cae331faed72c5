/** The data layer alone: open data from an address to a table with places. Importing this does nothing. */
export { openDataset } from './sources/open.js';
export { SourceError, type DatasetOptions, type Progress, type SourceReason } from './sources/source.js';
export type * from './model/dataset.js';
