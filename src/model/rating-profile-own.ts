import { ProfileError } from './rating-profile-error.js';
import { intentions, type RatingOption, type RatingProfile, type RatingQuestion } from './rating-profile.js';

/** Words in one language, or by language tag. */
export type OwnText = string | Readonly<Record<string, string>>;

export interface OwnQuestion extends Omit<RatingQuestion, 'options'> {
  readonly label: OwnText;
  readonly hint?: OwnText | undefined;
  readonly options?: readonly (RatingOption & { readonly label: OwnText })[] | undefined;
}

/**
 * A profile that a page describes itself, with its words. The first question is the score: `field: "score"`, one choice of
 * options that each have a whole number as `value` and say by `intention` what they mean.
 */
export interface OwnProfile {
  readonly name: string;
  readonly questions: readonly OwnQuestion[];
  readonly send?: OwnText | undefined;
  readonly thanks?: OwnText | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** As the hub takes it. A name that every object has would be found where nobody wrote it. */
const isCode = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z0-9][\w.:-]{0,59}$/.test(value) && !(value in {});
const codeRule = 'write a short name of 1 to 60 letters, digits, hyphens and underscores, such as "opening-hours".';

/** In steps and in characters, as the hub takes them. */
const longest = { scale: 100, text: 2000, words: 500 };

/** Throws `ProfileError`. `taken` are the names of profiles that mean something else already. */
export function checkProfile(value: unknown, taken: readonly string[]): OwnProfile {
  const { name, questions, send, thanks } = objectAt('the profile', value, ['name', 'questions', 'send', 'thanks']);
  if (!isCode(name)) throw new ProfileError('name', codeRule);
  if (taken.includes(name)) throw new ProfileError('name', `"${name}" is a profile that everybody knows. Choose another name, such as "${name}-city".`);
  if (!Array.isArray(questions) || questions.length < 1 || questions.length > 20) throw new ProfileError('questions', 'write a list of 1 to 20 questions.');
  for (const [place, text] of Object.entries({ send, thanks })) textAt(place, text, true);
  const known = new Map<string, readonly string[]>();
  questions.forEach((each: unknown, index) => questionAt(`questions[${index}]`, each, index === 0, known));
  return value as OwnProfile;
}

const keys = ['code', 'kind', 'field', 'required', 'when', 'options', 'length', 'label', 'hint'];

/** `known` has the questions before, with the codes of their options. */
function questionAt(place: string, value: unknown, isFirst: boolean, known: Map<string, readonly string[]>): void {
  const { code, kind, field, required, when, options, length, label, hint } = objectAt(place, value, keys);
  if (!isCode(code)) throw new ProfileError(`${place}.code`, codeRule);
  if (known.has(code)) throw new ProfileError(`${place}.code`, `"${code}" is the code of an earlier question. Give each its own.`);
  oneOf(`${place}.kind`, kind, isFirst ? ['scale', 'one'] : ['scale', 'one', 'several', 'text']);
  if (isFirst !== (field === 'score')) throw new ProfileError(`${place}.field`, 'the first question is the score, and no other: write "field": "score" there.');
  if (field !== undefined) oneOf(`${place}.field`, field, kind === 'text' ? ['comment'] : ['score', 'reasons']);
  if (required !== undefined && typeof required !== 'boolean') throw new ProfileError(`${place}.required`, 'write true or false, without quotation marks.');
  textAt(`${place}.label`, label);
  textAt(`${place}.hint`, hint, true);
  if (when !== undefined) whenAt(`${place}.when`, when, known);
  if (kind === 'text') {
    if (options !== undefined) throw new ProfileError(`${place}.options`, 'a text has no options. Leave them out, or choose another kind.');
    if (!Number.isInteger(length) || Number(length) < 1 || Number(length) > longest.text) throw new ProfileError(`${place}.length`, `write how many characters the text may have: 1 to ${longest.text}.`);
    known.set(code, []);
    return;
  }
  if (!Array.isArray(options) || options.length < 2 || options.length > 20) throw new ProfileError(`${place}.options`, 'write a list of 2 to 20 options.');
  known.set(code, optionsAt(`${place}.options`, options, isFirst, kind === 'scale'));
}

function optionsAt(place: string, options: readonly unknown[], isScore: boolean, isScale: boolean): readonly string[] {
  const codes: string[] = [];
  const values: number[] = [];
  options.forEach((each, index) => {
    const here = `${place}[${index}]`;
    const { code, value, intention, label } = objectAt(here, each, ['code', 'value', 'intention', 'label']);
    if (!isCode(code)) throw new ProfileError(`${here}.code`, codeRule);
    if (codes.includes(code)) throw new ProfileError(`${here}.code`, `"${code}" is there twice. Give each option its own code.`);
    codes.push(code);
    textAt(`${here}.label`, label);
    if (!isScore && !isScale) return;
    if (!Number.isSafeInteger(value) || values.includes(Number(value))) throw new ProfileError(`${here}.value`, 'write a whole number, another one for each option.');
    values.push(Number(value));
    if (isScore) oneOf(`${here}.intention`, intention, intentions);
  });
  if (Math.max(...values) - Math.min(...values) > longest.scale) throw new ProfileError(place, `the values lie further apart than ${longest.scale}. Use small numbers, such as 1 to 5.`);
  return codes;
}

function whenAt(place: string, value: unknown, known: ReadonlyMap<string, readonly string[]>): void {
  const { question, in: codes } = objectAt(place, value, ['question', 'in']);
  const options = known.get(String(question));
  if (!options) throw new ProfileError(`${place}.question`, `write the code of an earlier question: ${[...known.keys()].join(', ')}.`);
  if (!Array.isArray(codes) || codes.length === 0 || !codes.every((code) => options.includes(String(code)))) throw new ProfileError(`${place}.in`, `write a list of its options: ${options.join(', ')}.`);
}

function objectAt(place: string, value: unknown, allowed: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ProfileError(place, 'write an object in curly brackets.');
  const strange = Object.keys(value).find((key) => !allowed.includes(key));
  if (strange !== undefined) throw new ProfileError(place, `"${strange}" means nothing here. Known are ${allowed.join(', ')}.`);
  return value as Fields;
}

function oneOf(place: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(String(value))) throw new ProfileError(place, `write one of ${allowed.map((each) => `"${each}"`).join(', ')}.`);
}

function textAt(place: string, value: unknown, isOptional = false): void {
  if (isOptional && value === undefined) return;
  const texts = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  if (texts.length === 0 || !texts.every((text) => typeof text === 'string' && text.trim() !== '' && text.length <= longest.words)) {
    throw new ProfileError(place, `write a text of up to ${longest.words} characters, or one for each language: { "en": "…", "de": "…" }.`);
  }
}

/** The text in a language; otherwise the first that there is. */
export function textIn(text: OwnText, language: string): string {
  return typeof text === 'string' ? text : text[language] ?? Object.values(text)[0]!;
}

/** What is asked, without its words. */
export function profileOf({ name, questions }: OwnProfile): RatingProfile {
  return {
    name,
    questions: questions.map(({ code, kind, field, required, when, options, length }) => ({
      code, kind, field, required, when, length, options: options?.map((option) => ({ code: option.code, value: option.value, intention: option.intention })),
    })),
  };
}
