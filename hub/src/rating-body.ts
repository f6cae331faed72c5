import * as v from 'valibot';
import { simpleProfile, type Rating } from '../../src/model/rating.js';
import { code, language, lineOf, orAbsent, proseOf, trap, uuid } from './fields.js';
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

type Answer = Pick<Rating, 'profile' | 'score' | 'reasons'>;

const isSimple = ({ profile }: Answer): boolean => profile === simpleProfile.name;

function keepsScale({ score: { min, max } }: Answer): boolean {
  return min === simpleProfile.min && max === simpleProfile.max;
}

function keepsReasons({ score: { value }, reasons = [] }: Answer): boolean {
  const known: readonly string[] = value <= simpleProfile.lowUpTo ? simpleProfile.low : simpleProfile.high;
  return reasons.every((reason) => known.includes(reason));
}

/** What `POST /v1/ratings` takes. The profile `simple` is checked by its rules; of others only the form is known here. */
export const ratingBody = v.pipe(
  v.object({
    id: uuid,
    subject,
    profile: code,
    score,
    // The order in which boxes were ticked says nothing, nor does a code that is sent twice.
    reasons: v.optional(v.pipe(v.array(code), v.maxLength(20, 'too-long: At most 20 reasons.'), v.transform((codes) => [...new Set(codes)].sort()))),
    comment: orAbsent(proseOf(1, simpleProfile.commentLength)),
    lang: v.optional(language),
    trap,
  }),
  v.forward(v.check((rating) => !isSimple(rating) || keepsScale(rating), `out-of-range: The profile “${simpleProfile.name}” goes from ${simpleProfile.min} to ${simpleProfile.max}.`), ['score']),
  v.forward(v.check((rating) => !isSimple(rating) || keepsReasons(rating), `unknown: The profile “${simpleProfile.name}” has no such reason for this score.`), ['reasons']),
);

export type RatingBody = v.InferOutput<typeof ratingBody>;
