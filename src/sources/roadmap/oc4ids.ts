import type { Commitment, Plan } from '../../model/commitment.js';
import { Cells, isRecord } from './cells.js';
import { aboutPlan, freshId, milestones } from './json.js';

type Json = Readonly<Record<string, unknown>>;
type Problems = { row: number; reason: string }[];

const part = (record: Json, key: string): Json => (isRecord(record[key]) ? record[key] : {});

/** A plan from an OC4IDS 0.9 package: its infrastructure projects are the commitments. */
export function planFromOc4ids(pack: Json): Plan {
  const problems: Problems = [];
  const ids = new Set<string>();
  const { projects, publisher, license, publishedDate, uri } = pack;
  const about = aboutPlan({ title: pack['title'], publisher, licence: license, updated: publishedDate, source: uri }, problems);
  const records = Array.isArray(projects) ? projects : [];
  return { ...about, commitments: records.flatMap((project, i) => commitment(project, new Cells(i + 1, problems), ids) ?? []), problems };
}

function commitment(project: unknown, cells: Cells, ids: Set<string>): Commitment | undefined {
  if (!isRecord(project)) return cells.note('This is no project but something else in the list.');
  const id = cells.text(project['id']);
  const title = cells.text(project['title']) ?? cells.text(project['description']) ?? id;
  if (!title) return cells.note('A project without “id” and “title” was left out.');
  const [period, completion, documents, sectors] = [part(project, 'period'), part(project, 'completion'), project['documents'], cells.list(project['sector'])];
  return {
    id: freshId(id ?? title, ids, cells),
    title,
    description: cells.text(project['description']),
    responsible: cells.text(part(project, 'publicAuthority')['name']),
    // The code list nests by dots: `transport.road` is a kind of `transport`, which readers filter by.
    theme: sectors[0]?.split('.')[0],
    status: cells.status(project['status']),
    startDate: cells.date(period['startDate'], 'Start of the period'),
    dueDate: cells.date(period['endDate'], 'End of the period'),
    completedDate: cells.date(completion['endDate'], 'Date of completion'),
    progress: undefined,
    reason: [completion['endDateDetails'], completion['finalValueDetails']].map((each) => cells.text(each)).filter(Boolean).join(' ') || undefined,
    milestones: milestones(project['milestones'], cells),
    planned: cells.money(part(project, 'budget')['amount']),
    spent: cells.money(completion['finalValue']),
    evidence: cells.links(Array.isArray(documents) ? documents : []),
    source: undefined,
    ideas: [],
    sdg: [],
    ogp: undefined,
    updated: cells.date(project['updated'], 'Date of change'),
  };
}
