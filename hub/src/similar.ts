import { Hono } from 'hono';
import * as v from 'valibot';
import { fieldError } from './body.js';
import { Problem } from './problem.js';
import type { SimilarIdeas } from './similar-ideas.js';

const degrees = (most: number) => v.pipe(
  v.string(), v.regex(/^[+-]?\d+(\.\d+)?$/, 'not-valid: Write degrees as 13.4 or -0.1.'), v.transform(Number),
  v.check((value) => Math.abs(value) <= most, `out-of-range: Degrees lie between -${most} and ${most}.`),
);

/** What `GET /v1/ideas/similar` takes. */
export const similarParameters = v.pipe(
  v.object({
    // What is beyond says little more of what an idea is about, and costs time.
    q: v.optional(v.pipe(v.string(), v.transform((text) => text.slice(0, 500))), ''),
    lon: v.optional(degrees(180)),
    lat: v.optional(degrees(90)),
    limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|1\d|20)$/, 'out-of-range: At most 20 ideas.'), v.transform(Number)), '5'),
  }),
  v.forward(v.check(({ lon, lat }) => (lon === undefined) === (lat === undefined), 'required: “lon” and “lat” come together or not at all.'), ['lat']),
);

/** `/ideas/similar`: published ideas much like the one that is being written, so that people support it instead. */
export function similarRoutes(similar: SimilarIdeas): Hono {
  return new Hono().get('/ideas/similar', async (context) => {
    const query = Object.entries(context.req.query()).filter(([, value]) => value !== '');
    const { success, output, issues } = v.safeParse(similarParameters, Object.fromEntries(query));
    if (!success) throw new Problem(400, 'The question cannot be understood.', { errors: issues.map(fieldError) });
    const { q, lon, lat, limit } = output;
    const at = lon === undefined || lat === undefined ? undefined : ([lon, lat] as const);
    return context.json({ ideas: await similar.find({ text: q, at, limit }) });
  });
}
