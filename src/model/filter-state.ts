import type { Bounds } from './dataset.js';

/**
 * A filter as a page, a link or a person says it: by the names of columns and by values, so that it outlives a newer version
 * of the data. All of it has to hold; of the values, ranges or hours of one condition any one is enough.
 */
export interface FilterState {
  /** Words that all have to occur in a row. */
  readonly text?: string | undefined;
  readonly where?: readonly Condition[] | undefined;
  /** Only what lies within this box, in degrees. */
  readonly extent?: Bounds | undefined;
  /** Only what lies within this ring of longitudes and latitudes, in degrees. */
  readonly area?: readonly (readonly [longitude: number, latitude: number])[] | undefined;
}

/** What the value of one column has to be. */
export interface Condition {
  /** The name of the column. */
  readonly column: string;
  /** Categories; `null` stands for rows without a value. */
  readonly values?: readonly (string | null)[] | undefined;
  /** Numbers, or dates in milliseconds since 1970 (UTC): from the first, and below the second. */
  readonly ranges?: readonly (readonly [from: number, below: number])[] | undefined;
  /** Days of the week of a date, Monday 1 to Sunday 7, as ISO 8601 numbers them. */
  readonly weekdays?: readonly number[] | undefined;
  /** Hours of the day of a date, 0 to 23. */
  readonly hours?: readonly number[] | undefined;
}
