import { Hono } from 'hono';
import type { Comment } from '../../src/model/comment.js';
import type { Commitment, Milestone } from '../../src/model/commitment.js';
import type { Idea } from '../../src/model/idea.js';
import { high, low } from '../../src/model/rating-parts.js';
import { simple } from '../../src/model/rating-simple.js';
import { intentions, scaleOf } from '../../src/model/rating-profile.js';
import { publishedComments } from './comment-list.js';
import type { Plans } from './commitments.js';
import type { HubConfig } from './config.js';
import { byteOrderMark, csvHeader, csvLine, csvRow, type Columns } from './csv.js';
import type { Database } from './database.js';
import { download } from './download.js';
import { publishedIdeas } from './idea-list.js';
import { publishedCodes, readTallies, satisfiedShare } from './rating-tally.js';
import { publishedTitles } from './rating-titles.js';

/** Everything that is public, as open data. */
export function exportRoutes({ database, plans, config }: { database: Database; plans: Plans; config: HubConfig }): Hono {
  const { minimum } = config;
  return new Hono()
    .get('/ideas.csv', () => download('ideas.csv', ideasCsv(database), config))
    .get('/ideas.geojson', () => download('ideas.geojson', ideasGeojson(database), config))
    .get('/comments.csv', () => download('comments.csv', commentsCsv(database), config))
    .get('/ratings.csv', () => download('ratings.csv', ratingsCsv(database, minimum), config))
    .get('/commitments.csv', () => download('commitments.csv', commitmentsCsv(plans), config))
    .get('/milestones.csv', () => download('milestones.csv', milestonesCsv(plans), config));
}

/** Several values in one cell. */
const list = (values: readonly string[] = []): string | undefined => values.join(' ') || undefined;

const ideaColumns: Columns<Idea> = {
  id: ({ id }) => id, title: ({ title }) => title, text: ({ text }) => text, category: ({ category }) => category,
  status: ({ status }) => status, supports: ({ supports }) => supports, created: ({ created }) => created, updated: ({ updated }) => updated,
  lon: ({ place }) => place?.lon, lat: ({ place }) => place?.lat, address: ({ place }) => place?.address, lang: ({ lang }) => lang,
  answer: ({ answer }) => answer?.text, answer_by: ({ answer }) => answer?.by, answered: ({ answer }) => answer?.at, commitments: ({ commitments }) => list(commitments), comments: ({ comments }) => comments, challenge: ({ challenge }) => challenge,
};

async function* ideasCsv(database: Database): AsyncGenerator<string> {
  yield csvHeader(ideaColumns);
  for await (const ideas of publishedIdeas(database)) yield ideas.map((idea) => csvRow(ideaColumns, idea)).join('');
}

const commentColumns: Columns<Comment> = {
  id: ({ id }) => id, idea: ({ idea }) => idea, text: ({ text }) => text, official: ({ official }) => (official ? 1 : 0), by: ({ official }) => official?.by, created: ({ created }) => created, lang: ({ lang }) => lang,
};

async function* commentsCsv(database: Database): AsyncGenerator<string> {
  yield csvHeader(commentColumns);
  for await (const comments of publishedComments(database)) yield comments.map((comment) => csvRow(commentColumns, comment)).join('');
}

async function* ideasGeojson(database: Database): AsyncGenerator<string> {
  let separator = '{"type":"FeatureCollection","features":[\n';
  for await (const ideas of publishedIdeas(database)) {
    yield separator + ideas.map(feature).join(',\n');
    separator = ',\n';
  }
  yield separator === ',\n' ? '\n]}\n' : `${separator}]}\n`;
}

function feature({ id, place, answer, ...rest }: Idea): string {
  const geometry = place?.lon === undefined || place.lat === undefined ? null : { type: 'Point', coordinates: [place.lon, place.lat] };
  return JSON.stringify({ type: 'Feature', id, geometry, properties: { ...rest, address: place?.address, answer: answer?.text, answer_by: answer?.by, answered: answer?.at } });
}

/** A line for each subject and profile with enough answers; of the others nothing is said. */
async function* ratingsCsv(database: Database, minimum: number): AsyncGenerator<string> {
  const tallies = (await readTallies(database)).filter(({ n }) => n >= minimum).map((tally) => ({ ...tally, ...publishedCodes(tally, minimum) }));
  const titles = await publishedTitles(database, minimum);
  const least = Math.min(scaleOf(simple).min, ...tallies.map(({ min }) => min));
  const most = Math.max(scaleOf(simple).max, ...tallies.map(({ max }) => max));
  const values = Array.from({ length: most - least + 1 }, (_, step) => least + step);
  const reasons = [...new Set([...[...low, ...high].map(({ code }) => code), ...tallies.flatMap((tally) => [...tally.reasons.keys()].sort())])];
  const answers = [...new Set(tallies.flatMap((tally) => [...tally.answers].flatMap(([question, counts]) => counts.map(({ code }) => `${question} ${code}`))))].sort();
  yield byteOrderMark + csvLine([
    'subject', 'title', 'profile', 'n', 'mean', ...values.map((value) => `n${value}`), ...reasons.map((code) => `reason_${code}`), 'from', 'to',
    'satisfied', ...intentions, ...answers.map((answer) => `answer_${answer.replace(' ', '_')}`),
  ]);
  for (const tally of tallies) {
    const { subject, profile, min, max, n, mean, counts, reasons: given, from, to } = tally;
    const scores = values.map((value) => (value < min || value > max ? undefined : counts.get(value) ?? 0));
    const chosen = new Map([...tally.answers].flatMap(([question, each]) => each.map(({ code, count }): [string, number] => [`${question} ${code}`, count])));
    const meant = intentions.map((intention) => tally.intentions.find((each) => each.intention === intention)?.count ?? 0);
    yield csvLine([subject, titles.get(subject), profile, n, mean, ...scores, ...reasons.map((code) => given.get(code) ?? 0), from, to, satisfiedShare(tally.intentions), ...meant, ...answers.map((answer) => chosen.get(answer))]);
  }
}

const commitmentColumns: Columns<Commitment> = {
  id: ({ id }) => id, title: ({ title }) => title, description: ({ description }) => description, responsible: ({ responsible }) => responsible,
  theme: ({ theme }) => theme, status: ({ status }) => status, start: ({ startDate }) => startDate, due: ({ dueDate }) => dueDate, completed: ({ completedDate }) => completedDate,
  progress: ({ progress }) => progress, reason: ({ reason }) => reason, milestones: ({ milestones }) => milestones.length,
  milestones_met: ({ milestones }) => milestones.filter(({ status }) => status === 'met').length,
  planned: ({ planned }) => planned?.amount, planned_currency: ({ planned }) => planned?.currency, spent: ({ spent }) => spent?.amount, spent_currency: ({ spent }) => spent?.currency,
  evidence: ({ evidence }) => list(evidence.map(({ url }) => url)), source: ({ source }) => source?.url, ideas: ({ ideas }) => list(ideas), sdg: ({ sdg }) => list(sdg), ogp: ({ ogp }) => ogp,
  updated: ({ updated }) => updated,
};

async function* commitmentsCsv(plans: Plans): AsyncGenerator<string> {
  yield csvHeader(commitmentColumns);
  const { commitments } = await plans.read();
  yield commitments.map((commitment) => csvRow(commitmentColumns, commitment)).join('');
}

/** Named as OC4IDS names them; what a delay is can be seen in each line. */
const milestoneColumns: Columns<{ commitment: Commitment; milestone: Milestone }> = {
  commitment: ({ commitment }) => commitment.id, commitment_title: ({ commitment }) => commitment.title, id: ({ milestone }) => milestone.id, title: ({ milestone }) => milestone.title,
  description: ({ milestone }) => milestone.description, status: ({ milestone }) => milestone.status, dueDate: ({ milestone }) => milestone.dueDate, dateMet: ({ milestone }) => milestone.dateMet,
};

async function* milestonesCsv(plans: Plans): AsyncGenerator<string> {
  yield csvHeader(milestoneColumns);
  for (const commitment of (await plans.read()).commitments) yield commitment.milestones.map((milestone) => csvRow(milestoneColumns, { commitment, milestone })).join('');
}
