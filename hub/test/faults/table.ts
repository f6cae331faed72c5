import type { Outcome } from './run.js';

export interface Row {
  readonly database: string;
  readonly fault: string;
  readonly outcomes: readonly Outcome[];
}

/** One line for each database and fault, and one for all. */
export function table(rows: readonly Row[]): string {
  const lines = [...rows, { database: 'all', fault: '', outcomes: rows.flatMap(({ outcomes }) => outcomes) }].map(({ database, fault, outcomes }) => {
    const sum = (of: (outcome: Outcome) => number): string => String(outcomes.reduce((total, outcome) => total + of(outcome), 0));
    return [
      database, fault, String(outcomes.length), sum(({ acknowledged }) => acknowledged), sum(({ again }) => again), sum(({ refused }) => refused),
      sum(({ lost }) => lost.length), sum(({ doubled }) => doubled.length), sum(({ wrong }) => wrong.length), `${(Math.max(0, ...outcomes.map(({ wentOn }) => wentOn)) / 1000).toFixed(1)} s`,
    ];
  });
  const cells = [['database', 'fault', 'runs', 'acknowledged', 'sent again', 'refused', 'lost', 'doubled', 'wrong', 'went on after'], ...lines];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells.map((line) => line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
}
