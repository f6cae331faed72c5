import type { Commitment, Milestone, Plan } from '../../model/commitment.js';
import { SourceError } from '../source.js';
import { Cells, isRecord } from './cells.js';

type Problems = { row: number; reason: string }[];

/** A plan from JSON: our own `Plan`, a bare array of commitments, or an OC4IDS package. Throws `SourceError`. */
export async function planFromJson(value: unknown): Promise<Plan> {
  if (isRecord(value) && Array.isArray(value['projects'])) return (await import('./oc4ids.js')).planFromOc4ids(value);
  const plan = isRecord(value) ? value : {};
  const records = Array.isArray(value) ? value : plan['commitments'];
  if (!Array.isArray(records)) throw new SourceError('unreadable', 'This JSON holds no plan: expected “commitments”, OC4IDS “projects”, or an array of commitments.');
  // A list of projects without its package says so by the ids that OC4IDS asks for.
  if (records.some((record) => isRecord(record) && String(record['id']).startsWith('oc4ids-'))) return (await import('./oc4ids.js')).planFromOc4ids({ projects: records });
  const problems: Problems = [];
  const ids = new Set<string>();
  const commitments = records.flatMap((record, i) => commitment(record, i + 1, ids, problems) ?? []);
  return { ...aboutPlan(plan, problems), commitments, problems };
}

/** What is said of a plan as a whole; a problem with it is row 0. */
export function aboutPlan(plan: Readonly<Record<string, unknown>>, problems: Problems): Omit<Plan, 'commitments' | 'problems'> {
  const cells = new Cells(0, problems);
  return {
    title: cells.text(plan['title']),
    description: cells.text(plan['description']),
    publisher: cells.text(isRecord(plan['publisher']) ? plan['publisher']['name'] : plan['publisher']),
    source: cells.link(plan['source']),
    licence: cells.link(plan['licence'] ?? plan['license']),
    updated: cells.date(plan['updated'], 'The plan’s date'),
  };
}

/** Two commitments under one id would be one to every link: the second gets a number. */
export function freshId(id: string, ids: Set<string>, cells: Cells): string {
  let fresh = id;
  for (let number = 2; ids.has(fresh); number += 1) fresh = `${id}-${number}`;
  if (fresh !== id) cells.note(`The id “${id}” is used twice; the second is read as “${fresh}”.`);
  ids.add(fresh);
  return fresh;
}

function commitment(record: unknown, row: number, ids: Set<string>, problems: Problems): Commitment | undefined {
  const cells = new Cells(row, problems);
  if (!isRecord(record)) return cells.note('This is no commitment but something else in the list.');
  const title = cells.text(record['title']);
  if (!title) return cells.note('A commitment without “title” was left out.');
  return {
    id: freshId(cells.text(record['id']) ?? title, ids, cells),
    title,
    description: cells.text(record['description']),
    responsible: cells.text(isRecord(record['responsible']) ? record['responsible']['name'] : record['responsible']),
    theme: cells.text(record['theme']),
    status: cells.status(record['status']),
    startDate: cells.date(record['startDate'], 'Start'),
    dueDate: cells.date(record['dueDate'], 'Due date'),
    completedDate: cells.date(record['completedDate'], 'Date of completion'),
    progress: cells.progress(record['progress']),
    reason: cells.text(record['reason']),
    milestones: milestones(record['milestones'], cells),
    planned: cells.money(record['planned']),
    spent: cells.money(record['spent']),
    evidence: cells.links(record['evidence']),
    source: cells.link(record['source']),
    ideas: cells.list(record['ideas']),
    sdg: cells.list(record['sdg']),
    ogp: cells.text(record['ogp']),
    updated: cells.date(record['updated'], 'Date of change'),
  };
}

/** Milestones by OC4IDS's names; one that has no title is named by its description or its place in the list. */
export function milestones(value: unknown, cells: Cells): readonly Milestone[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((record, i) => {
    const dateMet = cells.date(record['dateMet'], 'Date met');
    const title = cells.text(record['title']);
    const description = cells.text(record['description']);
    return {
      id: cells.text(record['id']) ?? String(i + 1),
      title: title ?? description ?? String(i + 1),
      description: title ? description : undefined,
      dueDate: cells.date(record['dueDate'], 'Due date of a milestone'),
      dateMet,
      status: cells.milestoneStatus(record['status'], dateMet),
    };
  });
}
