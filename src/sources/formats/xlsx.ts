import type { Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { workbookOf, type Workbook } from './xlsx-parts.js';
import { mergesOf, readSheet } from './xlsx-sheet.js';
import { SheetTable } from './xlsx-table.js';
import type { Member } from './zip-archive.js';
import { bestLayer, type Layer } from './zip-best.js';

/** A workbook of Excel and its like (ECMA-376): the sheet with most places, or with most in it; the others are choices. */
export async function readXlsx(members: readonly Member[], address: URL, options: DatasetOptions): Promise<Dataset> {
  const workbook = await workbookOf(members, address, options.signal);
  if (workbook.sheets.length === 0) throw new SourceError('unreadable', `The workbook ${address.href} has no sheets.`);
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const layer = ({ name, part }: Workbook['sheets'][number]): Layer => ({ name, format: 'xlsx', read: (how) => sheet(part, workbook, address, how) });
  const layers = (visible.length > 0 ? visible : workbook.sheets).map(layer);
  const dataset = await bestLayer(layers, [...layers, ...(visible.length > 0 ? workbook.sheets.filter(({ isHidden }) => isHidden).map(layer) : [])], address, options);
  if (dataset.columns.length === 0 && options.layer === undefined) throw new SourceError('unreadable', `The workbook ${address.href} has nothing in it.`);
  return dataset;
}

async function sheet(part: Member, workbook: Workbook, address: URL, options: DatasetOptions): Promise<Dataset> {
  const table = new SheetTable(await mergesOf(part));
  await readSheet(part, address, workbook, (number, cells) => table.add(number, cells), options.signal);
  return tableDataset(table.finish(), { report: { format: 'xlsx' }, about: { download: address.href } }, options);
}
