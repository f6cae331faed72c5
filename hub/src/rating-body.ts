import * as v from 'valibot';
import { faultsOf } from '../../src/model/rating-check.js';
import { intentions } from '../../src/model/rating-profile.js';
import type { RatingAnswer } from '../../src/model/rating.js';
import { code, language, lineOf, orAbsent, proseOf, trap, uuid } from './fields.js';
import { knownProfiles } from './rating-profiles.js';
import { subjectOf } from './subject.js';

/** A scale with more steps than this is a measurement, not an answer. */
const steps = 100;

const whole = v.pipe(v.number('not-valid: This is not a number.'), v.safeInteger('out-of-range: This is not a whole number.'));

const score = v.pipe(
  v.object({ value: whole, min: whole, max: whole }),
  v.check(({ min, max }) => max > min && max - min <= steps, `out-of-range: “max” is above “min”, by ${steps} at most.`),
  v.forward(v.check(({ value, min, max }) => value >= min && value <= max, 'out-of-range: “value” lies between “min” and “max”.'), ['value']),
);

const subject = v.object({
  url: v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const address = subjectOf(dataset.value);
      if (address !== undefined) return address;
      addIssue({ message: 'not-valid: This is not an http(s) address of up to 2000 characters.' });
      return NEVER;
    }),
  ),
  title: orAbsent(lineOf(1, 300)),
});

/** In characters, of any text; a profile may want less. */
const longest = 2000;

// The order in which boxes were ticked says nothing, nor does a code that is sent twice.
const codes = v.pipe(v.array(code), v.maxLength(20, 'too-long: At most 20 codes.'), v.transform((given) => [...new Set(given)].sort()));

const answers = v.pipe(
  v.record(code, v.union([codes, orAbsent(proseOf(1, longest))], 'not-valid: An answer is a list of codes, or a text of at most 2000 characters')),
  v.check((given) => Object.keys(given).length <= 30, 'too-long: At most 30 answers.'),
  v.transform((given): Readonly<Record<string, RatingAnswer>> | undefined => {
    const filled = Object.entries(given).flatMap(([question, answer]) => (answer?.length ? [[question, answer] as const] : []));
    return filled.length > 0 ? Object.fromEntries(filled) : undefined;
  }),
);

/** What `POST /v1/ratings` takes. A profile that the hub knows is checked by its rules; of others only the form is known here. */
export const ratingBody = v.pipe(
  v.object({
    id: uuid,
    subject,
    profile: code,
    score,
    intention: v.optional(v.picklist(intentions, 'not-valid: Write very_good, good, neutral, bad or very_bad')),
    reasons: v.optional(codes),
    comment: orAbsent(proseOf(1, longest)),
    answers: v.optional(answers),
    lang: v.optional(language),
    trap,
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const profile = knownProfiles.get(dataset.value.profile);
    if (!profile) return;
    for (const { path, code: reason, message } of faultsOf(profile, dataset.value)) {
      const [first, ...rest] = path.slice(1).split('/').map((key) => ({ type: 'object' as const, origin: 'value' as const, input: dataset.value, key, value: undefined }));
      addIssue({ message: `${reason}: ${message}`, path: [first!, ...rest] });
    }
  }),
  // What a known score means is worked out here, whatever the sender says.
  v.transform((rating) => (knownProfiles.has(rating.profile) ? { ...rating, intention: undefined } : rating)),
);

export type RatingBody = v.InferOutput<typeof ratingBody>;
