import * as v from 'valibot';
import { ideaLimits } from '../../src/model/idea.js';
import type { HubConfig } from './config.js';
import { code, language, lineOf, orAbsent, proseOf, trap, uuid } from './fields.js';

const degrees = (most: number) => v.pipe(
  v.number('not-valid: This is not a number.'), v.metadata({ minimum: -most, maximum: most }), v.check((value) => Math.abs(value) <= most, `out-of-range: Degrees lie between -${most} and ${most}.`),
);

const place = v.pipe(
  v.object({ lon: v.optional(degrees(180)), lat: v.optional(degrees(90)), address: orAbsent(lineOf(...ideaLimits.address)) }),
  v.forward(v.check(({ lon, lat }) => lon === undefined || lat !== undefined, 'required: “lon” and “lat” come together or not at all.'), ['lat']),
  v.forward(v.check(({ lon, lat }) => lat === undefined || lon !== undefined, 'required: “lon” and “lat” come together or not at all.'), ['lon']),
  v.check(({ lon, lat, address }) => lon !== undefined || lat !== undefined || address !== undefined, 'required: A place has “lon” and “lat”, an “address”, or all of them.'),
);

/** The code of a category that the hub has. */
export const categoryOf = (categories: HubConfig['categories']) => v.pipe(
  v.string(), v.metadata({ examples: categories.map((category) => category.code) }), v.check((text) => categories.some((category) => category.code === text), 'unknown: There is no such category here; GET /v1 lists them.'),
);

/** The author's secret. */
export const ideaKey = v.pipe(v.string(), v.regex(/^[\w-]{22,200}$/, 'not-valid: The key is a random secret of 128 bits or more in base64url, so 22 to 200 characters.'));

/** What `POST /v1/ideas` takes. */
export const ideaBody = (categories: HubConfig['categories']) => v.object({
  id: uuid,
  title: lineOf(...ideaLimits.title),
  text: proseOf(...ideaLimits.text),
  place: v.optional(place),
  category: v.optional(categoryOf(categories)),
  challenge: v.optional(code),
  lang: v.optional(language),
  key: ideaKey,
  trap,
});

export type IdeaBody = v.InferOutput<ReturnType<typeof ideaBody>>;
