import type { Commitment, Milestone, Plan } from '../../model/commitment.js';
import { SourceError } from '../source.js';
import { isRecord, type Cells } from './cells.js';
import { Notes } from './notes.js';
import { allWords, ownWords } from './words.js';

/** A plan from JSON: our own `Plan`, a bare array of commitments, or an OC4IDS package. Throws `SourceError`. */
export async function planFromJson(value: unknown): Promise<Plan> {
  const plan = isRecord(value) ? value : {};
  const records = Array.isArray(value) ? value : (plan['commitments'] ?? plan['projects']);
  if (!Array.isArray(records)) throw new SourceError('unreadable', 'This JSON holds no plan: expected “commitments”, OC4IDS “projects”, or an array of commitments.');
  // A list of projects without its package says so by the ids that OC4IDS asks for.
  if (records === plan['projects'] || records.some((record) => isRecord(record) && String(record['id']).startsWith('oc4ids-'))) {
    const { planFromOc4ids } = await import('./oc4ids.js');
    return planFromOc4ids(plan, records, new Notes(await allWords()));
  }
  const read = (notes: Notes): Plan => ({
    ...aboutPlan(plan, notes),
    commitments: records.flatMap((record, i) => commitment(record, notes.cells(i + 1), notes) ?? []),
    problems: notes.problems,
  });
  const exact = read(new Notes(ownWords));
  return exact.problems.length === 0 ? exact : read(new Notes(await allWords()));
}

/** What is said of a plan as a whole. */
export function aboutPlan(plan: Readonly<Record<string, unknown>>, notes: Notes): Omit<Plan, 'commitments' | 'problems'> {
  const cells = notes.cells(0);
  return {
    title: cells.text(plan['title']),
    description: cells.text(plan['description']),
    publisher: cells.text(isRecord(plan['publisher']) ? plan['publisher']['name'] : plan['publisher']),
    source: cells.link(plan['source']),
    licence: cells.link(plan['licence'] ?? plan['license']),
    updated: cells.date(plan['updated'], 'The plan’s date'),
  };
}

function commitment(record: unknown, cells: Cells, notes: Notes): Commitment | undefined {
  if (!isRecord(record)) return cells.note('This is no commitment but something else in the list.');
  const title = cells.text(record['title']);
  if (!title) return cells.note('A commitment without “title” was left out.');
  return {
    id: notes.freshId(cells.text(record['id']) ?? title, cells),
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
