import type { Commitment, Plan } from '../../model/commitment.js';
import type { Cells, Json } from './cells.js';
import type { Notes } from './notes.js';

/** A plan from an OC4IDS 0.9 package: its infrastructure projects are the commitments. */
export function planFromOc4ids(pack: Json, projects: readonly unknown[], notes: Notes): Plan {
  const { title, publisher, license, publishedDate, uri } = pack;
  return {
    ...notes.about({ title, publisher, licence: license, updated: publishedDate, source: uri }),
    commitments: notes.commitments(projects, (project, cells) => commitment(project, cells, notes)),
    problems: notes.problems,
  };
}

/** An object of a project, empty where the project has none. */
function part(project: Json, key: string): Json {
  return typeof project[key] === 'object' && project[key] !== null ? (project[key] as Json) : {};
}

function commitment(project: Json, cells: Cells, notes: Notes): Commitment | undefined {
  const id = cells.text(project['id']);
  const title = cells.text(project['title']) ?? cells.text(project['description']) ?? id;
  if (!title) return cells.note('A project without “id” and “title” was left out.');
  const [period, completion, documents, sectors] = [part(project, 'period'), part(project, 'completion'), project['documents'], cells.list(project['sector'])];
  return {
    id: notes.freshId(id ?? title, cells),
    title,
    description: cells.text(project['description']),
    responsible: cells.name(project['publicAuthority']),
    // The code list nests by dots: `transport.road` is a kind of `transport`, which readers filter by.
    theme: sectors[0]?.split('.')[0],
    status: cells.status(project['status']),
    startDate: cells.date(period['startDate'], 'Start of the period'),
    dueDate: cells.date(period['endDate'], 'End of the period'),
    completedDate: cells.date(completion['endDate'], 'Date of completion'),
    progress: undefined,
    reason: [completion['endDateDetails'], completion['finalValueDetails']].map((each) => cells.text(each)).filter(Boolean).join(' ') || undefined,
    milestones: cells.milestones(project['milestones']),
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
