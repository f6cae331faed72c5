import type { About, Dataset, Report } from '../../model/dataset.js';
import type { DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { latest } from './moment.js';
import { plainEntity } from './ngsi-values.js';

/** Brokers say nothing of when to ask again. */
const every = 60_000;

/** Columns of the Smart Data Models (smartdatamodels.org) that are what a role asks for. */
const roles = { id: 'id', title: 'name', capacity: 'totalSpotNumber', free: 'availableSpotNumber' };

/** Entities, one by one, as a table. */
export class EntityTable {
  readonly #table = new FeatureTable();
  #at: number | undefined;

  get rows(): number {
    return this.#table.rows;
  }

  add(entity: unknown): void {
    if (typeof entity !== 'object' || entity === null || Array.isArray(entity)) return this.#table.skip();
    const { values, geometry, at } = plainEntity(entity as Readonly<Record<string, unknown>>);
    this.#at = latest(this.#at, at);
    this.#table.addRecord(values, geometry);
  }

  /** Values that say when they were observed are live. */
  finish(report: Pick<Report, 'format'> & Partial<Report>, about: About, options: DatasetOptions): Promise<Dataset> {
    const { places, ...table } = this.#table.finish(undefined);
    const live = this.#at === undefined ? undefined : { every, at: this.#at };
    return tableDataset({ ...table, places }, { report, about, live }, { ...options, map: { ...roles, ...options.map } });
  }
}
