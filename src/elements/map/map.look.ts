import type { Language } from '../../controllers/language.js';
import { fill } from '../../engine/fill.js';
import { Heat } from '../../engine/heat.js';
import { Labels } from '../../engine/labels.js';
import type { Look } from '../../engine/look.js';
import { Sized } from '../../engine/sized.js';
import { mapLook } from '../../i18n/en.map-look.js';
import type { Column, DateColumn, Dataset, NumberColumn } from '../../model/dataset.js';
import { folded } from '../../model/filter-text.js';
import { isTime } from '../../model/statistics-values.js';
import { classed } from './map.classes.js';
import { lookLegend } from './map.look-legend.js';
import { adopt } from './map.look.styles.js';
import { radiusOf } from './map.sizes.js';
import type { Asked, Styled } from './map.styling.js';
import { symbolsOf, type Symbols } from './map.symbols.js';
import { valueText } from './map.values.js';

export const words = { mapLook };

/** A column in which each row has an amount. */
export type Measure = NumberColumn | DateColumn;

export const isMeasure = (column: Column | undefined): column is Measure => column?.type === 'number' || column?.type === 'date';

/** Where symbols are not seen on the map, none stand in the list. */
const unmarked: Symbols = { entries: [], of: () => 0 };

/** How places look where a page asks for more than symbols of categories. */
export function styled(data: Dataset, among: Uint32Array, plain: Styled, asked: Asked & HTMLElement, language: Language, over?: Uint32Array): Styled {
  const colour = named(data, asked.colorBy) ?? (asked.colorBy ? undefined : measureOf(data));
  const size = named(data, asked.sizeBy);
  const label = named(data, asked.labelBy);
  // What has several values, as of all years at once, has no colour.
  const isOne = !data.statistics || among.length <= data.statistics.rows.length;
  const classes = isMeasure(colour) && isOne ? classed(colour, among, data, asked, over) : undefined;
  adopt(asked.shadowRoot!, classes?.bounds ?? []);
  const sizes = isMeasure(size) && size.type === 'number' ? radiusOf(size) : undefined;
  const heat = asked.show === 'heat' && !data.places?.shapes ? new Heat() : undefined;
  const symbols = heat ? unmarked : classes ?? (colour?.type === 'category' ? symbolsOf(data, plain.symbols, colour) : plain.symbols);
  const look: Look = {
    // A count would hide what the page wants to be seen of each.
    isApart: asked.show === 'points' || (asked.show === 'auto' && (sizes ?? classes) !== undefined),
    fill: classes && fill,
    sized: sizes && new Sized(sizes.of),
    heat: heat?.draw,
    labels: label && data.places && new Labels(data.places, (row) => valueText(label, plain.fields.role(label), row, language), sizes?.of).draw,
  };
  const first = [colour, size, label].filter((column) => column !== undefined && column !== data.columns[data.roles.title ?? -1] && column !== data.columns[data.roles.category ?? -1]) as Column[];
  const telling = [...new Set([...first, ...plain.fields.telling])].slice(0, Math.max(3, first.length));
  const legend = classes || sizes || heat ? lookLegend({ classes, sizes, isHeat: heat !== undefined, symbols }) : undefined;
  return { symbols, fields: { ...plain.fields, telling }, look, legend };
}

function named({ columns }: Dataset, name: string): Column | undefined {
  return name ? (columns.find((column) => column.name === name) ?? columns.find((column) => folded(column.name) === folded(name))) : undefined;
}

/** Of a table that was joined to shapes what it measures: its first numbers that are neither times nor codes. */
function measureOf({ columns, roles, report: { join }, statistics }: Dataset): Column | undefined {
  if (!join) return undefined;
  const others = new Set<number | undefined>([roles.id, roles.longitude, roles.latitude, ...(statistics?.dimensions.map(({ column }) => column) ?? [])]);
  return columns.find((column, i) => column.type === 'number' && !others.has(i) && !join.on.includes(column.name) && !isTime(column));
}
