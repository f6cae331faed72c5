import { html, nothing, type TemplateResult } from 'lit';
import { askedQuestions, codesOf, scaleOf, scored, scoreQuestion, type RatingQuestion } from '../../src/model/rating-profile.js';
import type { RatingAnswer } from '../../src/model/rating.js';
import type { AskedProfile } from './rating-words.js';
import type { Desk } from './state.js';

/** What a rating says, of one that waits or one that counts. */
export interface Said {
  readonly profile: string;
  readonly value: number;
  /** The ends of the scale, where they are known. */
  readonly max?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly answers?: Readonly<Record<string, RatingAnswer>> | undefined;
}

/** The score in words, as far as the profile is known, with the name of the profile. */
export function scoreOf({ ratingWords, speech }: Desk, { profile, value, max }: Said): string {
  const { words, number } = speech;
  const asked = ratingWords.get(profile);
  const option = asked && scored(asked.profile, value);
  const most = asked ? scaleOf(asked.profile).max : max;
  const step = most === undefined ? number(value) : words.rating.scale(number(value), number(most));
  if (!asked || !option) return words.rating.of(step, profile);
  const { code, kind } = scoreQuestion(asked.profile);
  const label = asked.wording.questions[code]?.options?.[option.code];
  // Of two answers that are no scale neither is a number.
  return words.rating.of(label === undefined ? step : kind === 'scale' ? `${label} · ${step}` : label, profile);
}

/** What else was answered, question by question; of a profile that is not known, by its codes. */
export function ratingAnswers(desk: Desk, said: Said): TemplateResult | typeof nothing {
  const asked = desk.ratingWords.get(said.profile);
  const lines = asked ? knownLines(desk, asked, said) : codedLines(said);
  if (lines.length === 0) return nothing;
  return html`<dl class="answers" lang=${asked?.lang ?? nothing}>${lines.map(([question, answers]) => html`<div><dt dir="auto">${question}</dt>${answers.map((each) => html`<dd class="text" dir="auto">${each}</dd>`)}</div>`)}</dl>`;
}

type Line = readonly [question: string, answers: readonly string[]];

function knownLines({ speech: { words: { rating }, number } }: Desk, { profile, wording }: AskedProfile, { value, reasons = [], answers = {} }: Said): Line[] {
  const option = scored(profile, value);
  // Which reasons were offered depends on the score; of further answers all are shown, whatever led to their question.
  const asked = askedQuestions(profile, option ? { [scoreQuestion(profile).code]: [option.code] } : {});
  const answerTo = ({ code, field }: RatingQuestion): RatingAnswer => (field === 'reasons' ? reasons : answers[code] ?? []);
  return profile.questions.filter((question) => question.field === undefined || (question.field === 'reasons' && asked.includes(question))).flatMap((question): Line[] => {
    const { code } = question;
    const answer = answerTo(question);
    const words = wording.questions[code];
    const step = (each: string): string => (question.kind === 'scale' ? rating.scale(number(Number(each)), number(question.options!.length)) : each);
    const chosen = typeof answer === 'string' ? [answer] : answer.map((each) => words?.options?.[each] ?? step(each));
    return chosen.length === 0 ? [] : [[words?.label ?? code, chosen]];
  });
}

const codedLines = ({ reasons = [], answers = {} }: Said): Line[] =>
  Object.entries({ ...(reasons.length > 0 && { reasons }), ...answers }).map(([question, answer]): Line => [question, typeof answer === 'string' ? [answer] : codesOf(answer)]);
