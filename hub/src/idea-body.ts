import * as v from 'valibot';
import { ideaLimits, ideaStatuses } from '../../src/model/idea.js';
import type { HubConfig } from './config.js';
import { code, language, lineOf, orAbsent, proseOf, uuid } from './fields.js';

const degrees = (most: number) => v.pipe(
  v.number('not-valid: This is not a number.'), v.metadata({ minimum: -most, maximum: most }), v.check((value) => Math.abs(value) <= most, `out-of-range: Degrees lie between -${most} and ${most}.`),
);

const place = v.pipe(
  v.object({ lon: v.optional(degrees(180)), lat: v.optional(degrees(90)), address: orAbsent(lineOf(...ideaLimits.address)) }),
  v.forward(v.check(({ lon, lat }) => lon === undefined || lat !== undefined, 'required: “lon” and “lat” come together or not at all.'), ['lat']),
  v.forward(v.check(({ lon, lat }) => lat === undefined || lon !== undefined, 'required: “lon” and “lat” come together or not at all.'), ['lon']),
  v.check(({ lon, lat, address }) => lon !== undefined || lat !== undefined || address !== undefined, 'required: A place has “lon” and “lat”, an “address”, or all of them.'),
);

const oneOf = (categories: HubConfig['categories']) => v.pipe(
  v.string(), v.metadata({ examples: categories.map(({ code: each }) => each) }), v.check((text) => categories.some((category) => category.code === text), 'unknown: There is no such category here; GET /v1 lists them.'),
);

/** What `POST /v1/ideas` takes. */
export const ideaBody = (categories: HubConfig['categories']) => v.object({
  id: uuid,
  title: lineOf(...ideaLimits.title),
  text: proseOf(...ideaLimits.text),
  place: v.optional(place),
  category: v.optional(oneOf(categories)),
  lang: v.optional(language),
  key: v.pipe(v.string(), v.regex(/^[\w-]{22,200}$/, 'not-valid: The key is a random secret of 128 bits or more in base64url, so 22 to 200 characters.')),
});

export type IdeaBody = v.InferOutput<ReturnType<typeof ideaBody>>;

/** What `PATCH /v1/ideas/{id}` takes; null takes an answer or a category away. */
export const moderationBody = (categories: HubConfig['categories']) => v.object({
  status: v.optional(v.picklist(ideaStatuses, `unknown: A status is one of ${ideaStatuses.join(', ')}.`)),
  answer: v.optional(v.nullable(v.object({ text: proseOf(1, 4000), by: orAbsent(lineOf(1, 200)) }))),
  category: v.optional(v.nullable(oneOf(categories))),
  commitments: v.optional(v.pipe(v.array(code), v.maxLength(50, 'too-long: At most 50 commitments.'), v.transform((ids) => [...new Set(ids)]))),
});

export type ModerationBody = v.InferOutput<ReturnType<typeof moderationBody>>;
