import type { Dataset } from '../../model/dataset.js';

/** The values of a place by column name: numbers, dates as milliseconds since 1970, text. Absent values are not there. */
export type Place = Readonly<Record<string, number | string>>;

/** A row as such a record. */
export function placeOf({ columns }: Dataset, row: number): Place {
  const place: Record<string, number | string> = {};
  for (const column of columns) {
    const value = column.value(row);
    if (value !== undefined) place[column.name] = value;
  }
  return place;
}

/** A reader selected a place, on the map or in the list, or closed its details again. */
export class PlaceSelectEvent extends Event {
  /** The row in the element's `data`; `undefined` when the details were closed. */
  readonly row: number | undefined;

  /** What the row says. */
  readonly place: Place | undefined;

  constructor(row: number | undefined, place: Place | undefined) {
    super('civic-place-select', { bubbles: true, composed: true });
    this.row = row;
    this.place = place;
  }
}

declare global {
  interface HTMLElementEventMap {
    'civic-place-select': PlaceSelectEvent;
  }
}
