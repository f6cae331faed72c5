import type * as v from 'valibot';
import type { HubConfig } from './config.js';
import { commentDecision } from './comment-decision.js';
import { commentParameters } from './comment-list.js';
import { commentBody } from './comment-store.js';
import { ideaBody } from './idea-body.js';
import { ideaDecision } from './idea-decision.js';
import { ideaParameters, moderationParameters } from './idea-search.js';
import type { JsonSchema, shapes } from './openapi-shapes.js';
import { decisionsBody, forwardsBody, undoBody } from './moderation.js';
import { ratingBody } from './rating-body.js';
import { ratingDecision } from './rating-holds.js';
import { similarParameters } from './similar.js';

type Shape = keyof typeof shapes;

/** One method of one path, as it is written down; `openapi.ts` makes an operation of OpenAPI of it. */
export interface Operation {
  readonly summary: string;
  /** What the address takes: as it is checked, or as it is said here, where a question mark stands for “may be left out”. */
  readonly query?: v.GenericSchema | Readonly<Record<string, string>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly body?: v.GenericSchema | { readonly form: Readonly<Record<string, JsonSchema>>; readonly required: readonly string[] };
  /** Whether a form may send it, too, which is answered with a page. */
  readonly asForm?: boolean;
  /** By status: the shape of JSON, the media type of a file, or nothing. */
  readonly answers: Readonly<Record<number, Shape | `${string}/${string}` | ''>>;
  /** The media type of a shape, where it is not application/json. */
  readonly type?: string;
  readonly problems?: readonly number[];
  /** Who may: all, who holds a secret, or both, who see different things. */
  readonly secret?: 'needed' | 'possible';
}

const proof = { 'Civic-Proof?': 'The solution of a challenge, as JSON in base64: { challenge, solution }' };

/** By method and path, below `/v1`. A path that is not here is found by the tests. */
export function operationsOf({ categories, relay, embed, metrics }: HubConfig): Readonly<Record<string, Operation>> {
  return {
    'GET /': { summary: 'What this hub is and does', answers: { 200: 'Hub' } },
    'GET /openapi.json': { summary: 'This description', answers: { 200: 'OpenApi' } },
    'GET /health': { summary: 'Readiness: whether the hub and its database answer', answers: { 200: 'Health' } },
    'GET /health/live': { summary: 'Liveness: whether the process answers, whatever its database does', answers: { 200: 'Health' } },
    ...(metrics !== undefined && { 'GET /metrics': { summary: 'Counters for Prometheus', answers: { 200: 'text/plain' }, problems: [401, 403], secret: 'possible' } as const }),
    'GET /challenge': { summary: 'A challenge in ALTCHA’s format, whose proof goes along with an answer; nothing where none is asked for', query: { for: 'ratings, ideas or comments' }, answers: { 200: 'Challenge', 204: '' }, problems: [400] },
    'POST /ratings': { summary: 'Takes a rating; the same again is answered alike', body: ratingBody, asForm: true, header: proof, answers: { 201: 'RatingReceipt', 200: 'RatingReceipt' }, problems: [400, 403, 409, 413, 415, 422, 429] },
    'GET /ratings/summary': { summary: 'What all ratings of a page say together', query: { subject: 'The address of the page', 'profile?': 'One set of questions alone, such as simple' }, answers: { 200: 'RatingSummary' }, problems: [400] },
    'GET /ideas': { summary: 'Published ideas, page by page', query: ideaParameters, answers: { 200: 'IdeaPage' }, problems: [400] },
    'POST /ideas': { summary: 'Takes an idea; the same again is answered alike', body: ideaBody(categories), header: proof, answers: { 201: 'Idea', 200: 'Idea' }, problems: [400, 403, 409, 413, 415, 422, 429] },
    'GET /ideas/similar': { summary: 'Published ideas like one that is being written', query: similarParameters, answers: { 200: 'SimilarIdeas' }, problems: [400] },
    'GET /ideas/{id}': { summary: 'One idea; with its key or the moderators’ token also before it is published', answers: { 200: 'Idea' }, problems: [404], secret: 'possible' },
    'DELETE /ideas/{id}': { summary: 'Withdraws an idea, which erases what it said', answers: { 204: '' }, problems: [401, 403, 404], secret: 'needed' },
    'PATCH /ideas/{id}': { summary: 'What a moderator decides: status, answer, category, commitments', body: ideaDecision(categories), answers: { 200: 'Idea' }, problems: [400, 401, 403, 404, 409, 413, 415, 422], secret: 'needed' },
    'PUT /ideas/{id}/support': { summary: 'Supports an idea, once a browser', header: { 'Civic-Supporter': 'A UUID that the browser keeps' }, answers: { 200: 'Support' }, problems: [400, 403, 404, 429] },
    'DELETE /ideas/{id}/support': { summary: 'Takes the support back', header: { 'Civic-Supporter': 'The same UUID' }, answers: { 200: 'Support' }, problems: [400, 403, 404] },
    'GET /ideas/{id}/comments': { summary: 'Published comments on an idea, the oldest first', query: commentParameters, answers: { 200: 'Comments' }, problems: [400, 404] },
    'POST /ideas/{id}/comments': { summary: 'Takes a comment on an idea; the same again is answered alike; with a moderator’s token the city speaks', body: commentBody, header: proof, answers: { 201: 'Comment', 200: 'Comment' }, problems: [400, 403, 404, 409, 413, 415, 422, 429], secret: 'possible' },
    'GET /comments/{id}': { summary: 'One comment; with its key or the moderators’ token also before it is published', answers: { 200: 'Comment' }, problems: [404], secret: 'possible' },
    'DELETE /comments/{id}': { summary: 'Takes a comment back, which erases what it said', answers: { 204: '' }, problems: [401, 403, 404], secret: 'needed' },
    'PATCH /comments/{id}': { summary: 'What a moderator decides: whether a comment is seen', body: commentDecision, answers: { 200: 'Comment' }, problems: [400, 401, 403, 404, 409, 413, 415, 422], secret: 'needed' },
    'PATCH /ratings/{id}': { summary: 'What a moderator decides: whether a rating counts', body: ratingDecision, answers: { 204: '' }, problems: [400, 401, 403, 404, 413, 415, 422], secret: 'needed' },
    'GET /moderation/me': { summary: 'Whose token this is, and what it may', answers: { 200: 'Person' }, problems: [401, 403], secret: 'needed' },
    'GET /moderation/waiting': { summary: 'How much waits for a person', answers: { 200: 'Waiting' }, problems: [401, 403], secret: 'needed' },
    'GET /moderation/ratings': { summary: 'Ratings that wait, and why', query: { 'subject?': 'The address of one page', 'cursor?': '“next” of the page before' }, answers: { 200: 'HeldPage' }, problems: [400, 401, 403], secret: 'needed' },
    'GET /moderation/replies': { summary: 'Comments on ideas that wait, and why, the oldest first', query: commentParameters, answers: { 200: 'HeldComments' }, problems: [400, 401, 403], secret: 'needed' },
    'POST /moderation/decisions': { summary: 'Decides on many at once, on all or none', body: decisionsBody(categories), answers: { 200: 'Decided' }, problems: [400, 401, 403, 404, 409, 413, 415, 422], secret: 'needed' },
    'GET /moderation/decisions': { summary: 'Who decided what, the newest first', query: { 'target?': 'The id of what was decided on', 'cursor?': '“next” of the page before' }, answers: { 200: 'DecisionPage' }, problems: [400, 401, 403], secret: 'needed' },
    'POST /moderation/forwards': { summary: 'Sends ideas to the city’s other system once more that are not there, and gives which those are', body: forwardsBody, answers: { 200: 'SentAgain' }, problems: [400, 401, 403, 413, 415, 422], secret: 'needed' },
    'POST /moderation/undo': { summary: 'Takes decisions back, all or none', body: undoBody, answers: { 204: '' }, problems: [400, 401, 403, 404, 409, 413, 415, 422], secret: 'needed' },
    'GET /moderation/ideas': { summary: 'All ideas, those that wait first', query: moderationParameters, answers: { 200: 'ModeratedPage' }, problems: [400, 401, 403], secret: 'needed' },
    'GET /moderation/comments': { summary: 'Comments beside ratings, which nobody else sees', query: { 'subject?': 'The address of one page', 'cursor?': '“next” of the page before' }, answers: { 200: 'CommentPage' }, problems: [400, 401, 403], secret: 'needed' },
    'GET /desk': { summary: 'The page on which moderators work, for people', answers: { 200: 'text/html', 304: '' } },
    'GET /desk/{file}.js': { summary: 'Its script and its languages', answers: { 200: 'text/javascript', 304: '' }, problems: [404] },
    'GET /desk/{file}.css': { summary: 'Its style', answers: { 200: 'text/css', 304: '' }, problems: [404] },
    'GET /desk/{file}.svg': { summary: 'Its icon', answers: { 200: 'image/svg+xml', 304: '' }, problems: [404] },
    'GET /commitments': { summary: 'The plan, with the ideas that its commitments came from', answers: { 200: 'Plan' } },
    'GET /challenges': { summary: 'The questions that the city asks, each with how many ideas answer it', answers: { 200: 'Challenges' } },
    'GET /ideas.csv': { summary: 'All published ideas', answers: { 200: 'text/csv' } },
    'GET /ideas.geojson': { summary: 'All published ideas, without a geometry where they have no place', answers: { 200: 'GeoJson' }, type: 'application/geo+json' },
    'GET /ideas.jsonld': { summary: 'All published ideas as DiscussionForumPosting', answers: { 200: 'LinkedData' }, type: 'application/ld+json' },
    'GET /comments.csv': { summary: 'All published comments on ideas', answers: { 200: 'text/csv' } },
    'GET /ratings.csv': { summary: 'All results with enough answers', answers: { 200: 'text/csv' } },
    'GET /ratings-a11.csv': { summary: 'Ratings of one service by the American form, a line each', query: { subject: 'The address of the service' }, answers: { 200: 'text/csv' }, problems: [400, 401, 403], secret: 'possible' },
    'GET /ratings.jsonld': { summary: 'All results with enough answers as AggregateRating', answers: { 200: 'LinkedData' }, type: 'application/ld+json' },
    'GET /commitments.csv': { summary: 'The plan', answers: { 200: 'text/csv' } },
    'GET /milestones.csv': { summary: 'The milestones of the plan, named as in OC4IDS', answers: { 200: 'text/csv' } },
    'GET /commitments.jsonld': { summary: 'Commitments and milestones as Action', answers: { 200: 'LinkedData' }, type: 'application/ld+json' },
    'GET /catalog.jsonld': { summary: 'All files as a catalogue of DCAT-AP', answers: { 200: 'LinkedData' }, type: 'application/ld+json' },
    ...(relay.length > 0 && { 'GET /relay': { summary: 'Open data of another host', query: { url: 'The https address of the data' }, answers: { 200: 'application/octet-stream', 304: '' }, problems: [400, 403, 415, 502, 504] } as const }),
    ...(embed !== undefined && { 'GET /oembed': { summary: 'What another site shows for an address of the city', query: { url: 'The address', 'maxwidth?': 'Pixels', 'maxheight?': 'Pixels', 'format?': 'json' }, answers: { 200: 'OEmbed' }, problems: [400, 404, 501] } as const }),
  };
}
