import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { commentStatuses } from '../../src/model/comment.js';
import { ideaStatuses } from '../../src/model/idea.js';
import { roles } from './authority.js';
import { planSchema } from './commitments.js';
import { deliveryCodes } from './deliveries.js';
import { doubts } from './guard.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema takes; checks that JSON Schema has no word for are left to the words of a problem. */
export function taken(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore', target: 'draft-2020-12' });
  return rest;
}

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const number = { type: 'number' };
const moment = { type: 'string', format: 'date-time' };
const uuid = { type: 'string', format: 'uuid' };
const yes = { type: 'boolean' };
const changed = { type: ['string', 'null'] };
const list = (items: JsonSchema) => ({ type: 'array', items });
const byKey = (additionalProperties: JsonSchema) => ({ type: 'object', additionalProperties });

/** Fields that are always there, and fields that may be. */
const object = (always: Readonly<Record<string, JsonSchema>>, maybe: Readonly<Record<string, JsonSchema>> = {}): JsonSchema => ({ type: 'object', properties: { ...always, ...maybe }, required: Object.keys(always) });

export const ref = (name: keyof typeof shapes): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const own = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const comment = [{ id: uuid, idea: uuid, text, status: { enum: commentStatuses }, created: moment }, { lang: text, official: object({}, { by: text }) }] as const;

/** What the hub answers with: the types of `src/model` as JSON Schema. The tests hold every answer against them. */
export const shapes = {
  Hub: object({ name: text, version: text, moderation: { enum: ['before', 'after'] }, minimum: count, ideas: object({ categories: list(object({ code: text, label: byKey(text) })), challenges: yes }) }),
  Health: object({ status: { const: 'ok' } }),
  Problem: object({ type: text, title: text, status: count, detail: text }, { errors: list(object({ path: text, code: { enum: ['required', 'too-short', 'too-long', 'out-of-range', 'not-valid', 'unknown'] }, message: text })) }),
  RatingReceipt: object({ id: uuid, status: { enum: ['counted', 'held'] } }),
  RatingSummary: object(
    { subject: text, n: count, minimum: count, suppressed: yes, min: number, max: number, distribution: list(object({ value: number, count })), reasons: list(object({ code: text, count })) },
    { mean: number, period: object({ from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } }) },
  ),
  Idea: object(
    { id: uuid, title: text, text, status: { enum: ideaStatuses }, supports: count, comments: count, created: moment, updated: moment },
    {
      place: object({}, { lon: number, lat: number, address: text }), category: text, challenge: text, lang: text,
      answer: object({ text, at: moment }, { by: text }), commitments: list(text), history: list(object({ status: { enum: ideaStatuses }, at: moment })),
      forwarded: object({ id: text, at: moment }, { url: text }),
    },
  ),
  IdeaPage: object({ ideas: list(own('Idea')), total: count }, { next: text, counts: object({ category: byKey(count), status: byKey(count) }) }),
  Challenges: object({ challenges: list(object(
    { id: text, title: text, brief: text, closes: moment, responses: count },
    { opens: moment, reward: text, contact: text, outcome: object({ text, ideas: list(uuid), at: moment }) },
  )) }),
  SimilarIdeas: object({ ideas: list(object({ idea: own('Idea'), likeness: { type: 'number', minimum: 0, maximum: 1 } }, { distance: { type: 'number', minimum: 0 } })) }),
  Comment: object(...comment),
  Comments: object({ comments: list(own('Comment')), total: count }, { next: text }),
  HeldComments: object({ comments: list(object({ ...comment[0], title: text, doubts: list({ enum: doubts }) }, comment[1])) }, { next: text }),
  Support: object({ supports: count, supported: yes }),
  CommentPage: object({ comments: list(object({ id: uuid, subject: text, profile: text, value: number, day: { type: 'string', format: 'date' } }, { lang: text, comment: text, texts: byKey(text) })) }, { next: text }),
  Challenge: object({ parameters: object({ algorithm: text, nonce: text, salt: text, cost: count, keyLength: count, keyPrefix: text, expiresAt: count, data: { type: 'object' } }), signature: text }),
  ModeratedPage: { allOf: [own('IdeaPage'), object({ ideas: list(object({}, { doubts: list({ enum: doubts }), forwarding: object({}, { code: { enum: deliveryCodes }, detail: text, next: moment }) })) })] },
  Person: object({ name: text, role: { enum: roles } }),
  Waiting: object({ ideas: count, ratings: count, comments: count, forwards: count }),
  HeldPage: object({ ratings: list(object({ id: uuid, subject: text, profile: text, value: number, min: number, max: number, reasons: list(text), answers: byKey({ anyOf: [text, list(text)] }), doubts: list({ enum: doubts }), day: { type: 'string', format: 'date' } }, { comment: text, lang: text })) }, { next: text }),
  Decided: object({ decisions: list(uuid) }),
  SentAgain: object({ ids: list(uuid) }),
  DecisionPage: object({ decisions: list(object({ decision: uuid, kind: { enum: ['idea', 'rating', 'comment'] }, id: uuid, at: moment, by: text, before: byKey(changed), after: byKey(changed), undone: yes }, { undoes: uuid })) }, { next: text }),
  Plan: taken(planSchema),
  GeoJson: object({ type: { const: 'FeatureCollection' }, features: list(object({ type: { const: 'Feature' }, id: uuid, geometry: { anyOf: [object({ type: { const: 'Point' }, coordinates: list(number) }), { type: 'null' }] }, properties: { type: 'object' } })) }),
  LinkedData: object({ '@context': {}, '@type': text }),
  OEmbed: object({ version: { const: '1.0' }, type: { const: 'rich' }, provider_name: text, provider_url: text, width: count, height: count, html: text }, { title: text }),
  OpenApi: object({ openapi: text, info: { type: 'object' }, paths: { type: 'object' } }),
  Open311Discovery: object({ changeset: text, contact: text, key_service: text, endpoints: list(object({ specification: text, url: text, changeset: text, type: text, formats: list(text) })) }),
  Open311Services: list(object({ service_code: text, service_name: text, description: text, metadata: yes, type: { enum: ['realtime'] }, keywords: text, group: text })),
  Open311Definition: object({ service_code: text, attributes: list(object({ variable: yes, code: text, datatype: text, required: yes, datatype_description: text, order: count, description: text, values: list({}) })) }),
  Open311Requests: list(object(
    { service_request_id: uuid, status: { enum: ['open', 'closed'] }, service_name: text, service_code: text, description: text, requested_datetime: moment, updated_datetime: moment },
    { status_notes: { type: ['string', 'null'] }, agency_responsible: { type: ['string', 'null'] }, address: { type: ['string', 'null'] }, lat: number, long: number },
  )),
  Open311Receipts: list(object({ service_request_id: uuid, service_notice: text, account_id: { type: 'null' } })),
  Open311Tokens: list(object({ service_request_id: uuid, token: uuid })),
  Open311Errors: list(object({ code: count, description: text })),
};
