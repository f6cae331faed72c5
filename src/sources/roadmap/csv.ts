import type { Commitment, CommitmentStatus, Milestone, MilestoneStatus, Plan } from '../../model/commitment.js';
import { SourceError } from '../source.js';
import type { Cells } from './cells.js';
import { fieldColumns, milestoneColumn, type Field, type MilestoneField } from './columns.js';
import type { Notes } from './notes.js';

type Row = readonly string[];

/** One commitment: its first row, and every row that repeats its id, with its number counted from 1. */
interface Group {
  readonly row: Row;
  readonly number: number;
  readonly more: { readonly row: Row; readonly number: number }[];
}

/**
 * A plan from a table: one row a commitment, with `milestone_1_title` … where it has steps, or one row a milestone that
 * repeats the commitment's id. Throws `SourceError` where nothing names a commitment.
 */
export function planFromTable(names: readonly string[], rows: readonly Row[], notes: Notes): Plan {
  const table = new PlanTable(names, rows);
  return { commitments: table.groups.flatMap((group) => table.commitment(group, notes) ?? []), problems: notes.problems };
}

class PlanTable {
  readonly groups: readonly Group[];
  readonly #columns: ReadonlyMap<Field, number>;
  /** The columns of each numbered milestone; those of a milestone that has a row of its own are under `undefined`. */
  readonly #milestones = new Map<number | undefined, Map<MilestoneField, number>>();
  readonly #percent: boolean;
  readonly #currency: string | undefined;

  constructor(names: readonly string[], rows: readonly Row[]) {
    this.#columns = fieldColumns(names);
    for (const [i, name] of names.entries()) {
      const found = milestoneColumn(name);
      if (found) this.#milestones.set(found.number, (this.#milestones.get(found.number) ?? new Map<MilestoneField, number>()).set(found.field, i));
    }
    if (!this.#columns.has('title') && !this.#columns.has('id')) {
      throw new SourceError('unreadable', `No column names a commitment: one has to be called “title” or “id”. Found: ${names.join(', ')}.`);
    }
    const progress = this.#columns.get('progress');
    this.#percent = progress !== undefined && (/%|percent|pourcent|prozent/i.test(names[progress]!) || rows.some((row) => Number(row[progress]?.replace(/[%\s]/g, '').replace(',', '.')) > 1));
    const budget = names[this.#columns.get('planned') ?? this.#columns.get('spent') ?? -1] ?? '';
    this.#currency = /[€£]|\b[A-Z]{3}\b(?=\W*$)/.exec(budget)?.[0];
    this.groups = this.#grouped(rows);
  }

  #cell(row: Row, field: Field): string | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : row[column];
  }

  #grouped(rows: readonly Row[]): readonly Group[] {
    const groups = new Map<string, Group>();
    for (const [i, row] of rows.entries()) {
      const id = this.#cell(row, 'id')?.trim();
      const known = id && this.#milestones.has(undefined) ? groups.get(id) : undefined;
      if (known) known.more.push({ row, number: i + 1 });
      // No id begins with a blank, so a row without one cannot be taken for another's.
      else groups.set(id && !groups.has(id) ? id : ` ${i}`, { row, number: i + 1, more: [] });
    }
    return [...groups.values()];
  }

  commitment({ row, number, more }: Group, notes: Notes): Commitment | undefined {
    const cells = notes.cells(number);
    const value = (field: Field) => this.#cell(row, field);
    const steps = [{ row, number }, ...more].flatMap((each) => this.#steps(each.row, notes.cells(each.number)));
    const id = cells.text(value('id'));
    // A table of steps alone names the commitment by its only step, else by its id.
    const title = cells.text(value('title')) ?? (steps.length === 1 ? steps[0]!.title : id);
    if (!title) return cells.note('A row without title was left out.');
    const currency = cells.text(value('currency')) ?? this.#currency;
    const ownsStatus = !this.#stepsOwn('status');
    return {
      id: notes.freshId(id ?? title, cells),
      title,
      description: this.#stepsOwn('title') ? undefined : cells.text(value('description')),
      responsible: cells.text(value('responsible')),
      theme: cells.text(value('theme')),
      status: ownsStatus ? cells.status(value('status')) : whole(steps),
      startDate: cells.date(value('startDate'), 'Start'),
      dueDate: this.#stepsOwn('dueDate') ? undefined : cells.date(value('dueDate'), 'Due date'),
      completedDate: this.#stepsOwn('dateMet') ? undefined : cells.date(value('completedDate'), 'Date of completion'),
      progress: cells.progress(value('progress'), this.#percent),
      reason: cells.text(value('reason')),
      milestones: steps,
      planned: cells.money(value('planned'), currency),
      spent: cells.money(value('spent'), currency),
      evidence: cells.links(value('evidence')),
      source: cells.link(value('source')),
      ideas: cells.list(value('ideas')),
      sdg: cells.list(value('sdg')),
      ogp: cells.text(value('ogp')),
      updated: cells.date(value('updated'), 'Date of change'),
    };
  }

  /** Whether a plain column such as `status` speaks of the row's step: the row has a step's id, and that step no such column of its own. */
  #stepsOwn(field: MilestoneField): boolean {
    const columns = this.#milestones.get(undefined);
    return columns !== undefined && columns.has('id') && !columns.has('title') && !columns.has(field);
  }

  #steps(row: Row, cells: Cells): readonly Milestone[] {
    return [...this.#milestones].flatMap(([number, columns]) => {
      const plain = { id: undefined, title: 'description', description: undefined, dueDate: 'dueDate', dateMet: 'completedDate', status: 'status' } as const;
      const value = (field: MilestoneField) => {
        const column = columns.get(field);
        if (column !== undefined) return row[column];
        const other = number === undefined && this.#stepsOwn(field) ? plain[field] : undefined;
        return other && this.#cell(row, other);
      };
      const id = cells.text(value('id')) ?? (number === undefined ? undefined : String(number));
      const title = cells.text(value('title')) ?? (number === undefined ? id : undefined);
      if (!title) return [];
      const dateMet = cells.date(value('dateMet'), 'Date met');
      return [{ id: id ?? title, title, description: cells.text(value('description')), dueDate: cells.date(value('dueDate'), 'Due date of a milestone'), dateMet, status: cells.milestoneStatus(value('status'), dateMet) }];
    });
  }
}

/** The status of a commitment of which only the steps are known. */
function whole(steps: readonly { readonly status: MilestoneStatus }[]): CommitmentStatus {
  if (steps.length > 0 && steps.every(({ status }) => status === 'met')) return 'completed';
  return steps.some(({ status }) => status === 'met' || status === 'partiallyMet') ? 'started' : 'planned';
}
