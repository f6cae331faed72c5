import type { Problem, ProblemReason } from './dataset.js';

const shown = 5;

/** Keeps count of what is wrong with which records while a source is read. */
export class Problems {
  readonly #found = new Map<ProblemReason, { reason: ProblemReason; count: number; rows: number[]; dropped: boolean }>();

  /** `record` counts from 1, as a person counts the file's records; a reason drops its records always or never. */
  note(reason: ProblemReason, record: number, dropped = false): void {
    let problem = this.#found.get(reason);
    if (!problem) this.#found.set(reason, (problem = { reason, count: 0, rows: [], dropped }));
    problem.count += 1;
    if (problem.rows.length < shown) problem.rows.push(record);
  }

  /** Records without numbers, such as those that a server would not give. */
  add(reason: ProblemReason, count: number): void {
    if (count > 0) this.#found.set(reason, { reason, count, rows: [], dropped: false });
  }

  get list(): readonly Problem[] {
    return [...this.#found.values()];
  }

  /** How many records were left out. */
  get dropped(): number {
    return this.list.reduce((sum, { count, dropped }) => sum + (dropped ? count : 0), 0);
  }
}
