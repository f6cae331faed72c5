import type { Commitment, Plan } from '../../model/commitment.js';
import { SourceError } from '../source.js';
import { isRecord, type Cells, type Json } from './cells.js';
import { Notes } from './notes.js';
import { allWords, ownWords } from './words.js';

/** A plan from JSON: our own `Plan`, a bare array of commitments, or an OC4IDS package. Throws `SourceError`. */
export async function planFromJson(value: unknown): Promise<Plan> {
  const plan = isRecord(value) ? value : {};
  const records = Array.isArray(value) ? value : (plan['commitments'] ?? plan['projects']);
  if (!Array.isArray(records)) throw new SourceError('unreadable', 'This JSON holds no plan: expected “commitments”, OC4IDS “projects”, or an array of commitments.');
  // A list of projects without its package says so by the ids that OC4IDS asks for.
  if (records === plan['projects'] || records.some((record) => isRecord(record) && String(record['id']).startsWith('oc4ids-'))) {
    const [{ planFromOc4ids }, words] = await Promise.all([import('./oc4ids.js'), allWords()]);
    return planFromOc4ids(plan, records, new Notes(words));
  }
  const read = (notes: Notes): Plan => ({
    ...notes.about(plan),
    commitments: notes.commitments(records, (record, cells) => commitment(record, cells, notes)),
    problems: notes.problems,
  });
  const exact = read(new Notes(ownWords));
  return exact.problems.length === 0 ? exact : read(new Notes(await allWords()));
}

function commitment(record: Json, cells: Cells, notes: Notes): Commitment | undefined {
  const title = cells.text(record['title']);
  if (!title) return cells.note('A commitment without “title” was left out.');
  return {
    id: notes.freshId(cells.text(record['id']) ?? title, cells),
    title,
    description: cells.text(record['description']),
    responsible: cells.name(record['responsible']),
    theme: cells.text(record['theme']),
    status: cells.status(record['status']),
    startDate: cells.date(record['startDate'], 'Start'),
    dueDate: cells.date(record['dueDate'], 'Due date'),
    completedDate: cells.date(record['completedDate'], 'Date of completion'),
    progress: cells.progress(record['progress']),
    reason: cells.text(record['reason']),
    milestones: cells.milestones(record['milestones']),
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
