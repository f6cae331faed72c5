import { Hono } from 'hono';
import type { Commitment, CommitmentStatus, Milestone, MilestoneStatus } from '../../src/model/commitment.js';
import type { Idea } from '../../src/model/idea.js';
import { catalogOf } from './catalog.js';
import type { Plans } from './commitments.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { download } from './download.js';
import { publishedIdeas } from './idea-list.js';
import { ownAddress } from './own-address.js';
import { readTallies, type Tally } from './rating-tally.js';
import { publishedTitles } from './rating-titles.js';

interface Parts {
  readonly database: Database;
  readonly plans: Plans;
  readonly config: HubConfig;
}

/** Everything that is public in the words of schema.org, each as a `DataFeed`, and a catalogue of all files in those of DCAT-AP. */
export function linkedDataRoutes({ database, plans, config }: Parts): Hono {
  const { name, minimum, licence } = config;
  const feed = (title: string, parts: AsyncGenerator<unknown[]>, license = licence): AsyncGenerator<string> => feedOf({ name: `${name}: ${title}`, license, publisher: organization(name) }, parts);
  return new Hono()
    .get('/ideas.jsonld', (context) => download('ideas.jsonld', feed('ideas', ideas(database, ownAddress(context, config))), config))
    .get('/ratings.jsonld', () => download('ratings.jsonld', feed('ratings', ratings(database, minimum)), config))
    .get('/commitments.jsonld', async (context) => {
      const plan = await plans.read();
      return download('commitments.jsonld', feed('commitments', commitments(plan.commitments, ownAddress(context, config)), plan.licence?.url ?? licence), { licence: plan.licence?.url ?? licence });
    })
    .get('/catalog.jsonld', async (context) => {
      const catalog = await catalogOf({ database, plan: await plans.read(), config, address: ownAddress(context, config) });
      return context.body(JSON.stringify(catalog), 200, { 'content-type': 'application/ld+json' });
    });
}

async function* feedOf(about: object, parts: AsyncGenerator<unknown[]>): AsyncGenerator<string> {
  const head = JSON.stringify({ '@context': 'https://schema.org', '@type': 'DataFeed', ...about });
  let separator = `${head.slice(0, -1)},"dataFeedElement":[`;
  for await (const part of parts) {
    if (part.length === 0) continue;
    yield `${separator}\n${part.map((each) => JSON.stringify(each)).join(',\n')}`;
    separator = ',';
  }
  yield separator === ',' ? '\n]}\n' : `${separator}]}\n`;
}

const organization = (name: string) => ({ '@type': 'GovernmentOrganization', name });

async function* ideas(database: Database, address: string): AsyncGenerator<unknown[]> {
  for await (const page of publishedIdeas(database)) yield page.map((idea) => posting(idea, address));
}

function posting({ id, title, text, place, category, lang, status, supports, comments, created, updated, answer, commitments: ids = [] }: Idea, address: string): object {
  const geo = place?.lat === undefined ? undefined : { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon };
  return {
    '@type': 'DiscussionForumPosting', '@id': `${address}/ideas/${id}`, url: `${address}/ideas/${id}`, identifier: id, headline: title, text, inLanguage: lang, keywords: category, creativeWorkStatus: status,
    datePublished: created, dateModified: updated, commentCount: comments,
    contentLocation: place && { '@type': 'Place', geo, address: place.address },
    interactionStatistic: { '@type': 'InteractionCounter', interactionType: 'https://schema.org/EndorseAction', userInteractionCount: supports },
    comment: answer && { '@type': 'Comment', text: answer.text, author: answer.by === undefined ? undefined : organization(answer.by), datePublished: answer.at },
    mentions: ids.length > 0 ? ids.map((each) => ({ '@id': commitmentId(address, each) })) : undefined,
  };
}

/** Results alone, and of those only what has enough answers. */
async function* ratings(database: Database, minimum: number): AsyncGenerator<unknown[]> {
  const titles = await publishedTitles(database, minimum);
  yield (await readTallies(database)).filter(({ n }) => n >= minimum).map((tally) => aggregate(tally, titles.get(tally.subject)));
}

function aggregate({ subject, profile, min, max, n, mean, from, to }: Tally, title: string | undefined): object {
  return {
    '@type': 'AggregateRating', itemReviewed: { '@type': 'WebPage', '@id': subject, url: subject, name: title },
    ratingValue: mean, bestRating: max, worstRating: min, ratingCount: n, ratingExplanation: `Mean of ${n} answers to the profile “${profile}”, given from ${from} to ${to} by people who chose to answer.`,
  };
}

const commitmentId = (address: string, id: string): string => `${address}/commitments#${encodeURIComponent(id)}`;
const actionStatus = (status: string): string => `https://schema.org/${status}ActionStatus`;
const ofCommitment: Readonly<Record<CommitmentStatus, string>> = { planned: 'Potential', started: 'Active', completed: 'Completed', paused: 'Potential', cancelled: 'Failed' };
const ofMilestone: Readonly<Record<MilestoneStatus, string>> = { scheduled: 'Potential', met: 'Completed', notMet: 'Failed', partiallyMet: 'Active' };

/** Each commitment is an action, and so is each milestone, whose object is the commitment. An `endTime` is that of what is over, else when it is due. */
async function* commitments(all: readonly Commitment[], address: string): AsyncGenerator<unknown[]> {
  for (const { id, title, description, responsible, status, startDate, dueDate, completedDate, evidence, source, ideas: from, milestones } of all) {
    const here = commitmentId(address, id);
    yield [{
      '@type': 'Action', '@id': here, identifier: id, name: title, description, url: source?.url, actionStatus: actionStatus(ofCommitment[status]), startTime: startDate, endTime: completedDate ?? dueDate,
      agent: responsible === undefined ? undefined : organization(responsible),
      object: from.length > 0 ? from.map((idea) => ({ '@id': `${address}/ideas/${idea}` })) : undefined,
      result: evidence.length > 0 ? evidence.map(({ title: name, url }) => ({ '@type': 'CreativeWork', name, url })) : undefined,
    }, ...milestones.map((each) => step(each, here))];
  }
}

function step({ id, title, description, status, dueDate, dateMet }: Milestone, commitment: string): object {
  return {
    '@type': 'Action', '@id': `${commitment}/${encodeURIComponent(id)}`, identifier: id, name: title, description, actionStatus: actionStatus(ofMilestone[status]), endTime: dateMet ?? dueDate, object: { '@id': commitment },
  };
}
