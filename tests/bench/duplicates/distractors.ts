import { DECISIONS, METHODS, MISMATCHES, PLACES, UNKNOWNS } from './distractor-parts';
import { SUBJECTS } from './distractor-subjects';

type Question = { title: string; text: string };
type Numbers = () => number;
type Parts = { subject: string; context: string; place: string; direct: string; clause: string };

const SEED = 20260;
const SUBJECT_LIST = Object.entries(SUBJECTS);
const UNKNOWN_LIST = Object.entries(UNKNOWNS);

const TITLES: readonly ((parts: Parts) => string)[] = [
  ({ direct }) => direct,
  ({ direct }) => direct,
  ({ subject, place, clause }) => `${capital(subject)} ${place}: ${outline(clause, place)}`,
  ({ subject, place, clause }) => `Evidence on ${subject} ${place}: ${outline(clause, place)}`,
];

const ASKS: readonly ((clause: string) => string)[] = [
  (clause) => `We want to know ${clause}.`,
  (clause) => `Research should establish ${clause}.`,
  (clause) => `Nobody can yet tell us ${clause}.`,
  (clause) => `What is missing is evidence on ${clause}.`,
  (clause) => `We need to understand ${clause}.`,
  (clause) => `Colleagues in other departments ask ${clause}.`,
];

const REASONS: readonly ((decision: string) => string)[] = [
  (decision) => `The findings will inform ${decision}.`,
  (decision) => `This is needed for ${decision}.`,
  (decision) => `It would shape ${decision}.`,
  (decision) => `We would use the answer in ${decision}.`,
  (decision) => `The results are wanted for ${decision}.`,
];

const ORDERS: readonly ((context: string, ask: string, reason: string, method: string) => string[])[] = [
  (context, ask, reason) => [context, ask, reason],
  (context, ask, reason, method) => [context, ask, method, reason],
  (context, ask, reason, method) => [context, ask, reason, method],
  (context, ask, reason, method) => [method, context, ask, reason],
  (context, ask) => [context, ask],
];

/** The first `count` of a fixed row of made-up research questions, the same on every call. */
export function distractors(count: number): Question[] {
  const next = mulberry32(SEED);
  const written = new Map<string, Question>();
  const most = (SUBJECT_LIST.length * UNKNOWN_LIST.length * PLACES.length) / 2;
  if (count > most) throw new RangeError(`No more than ${most} questions can be written`);
  while (written.size < count) {
    const parts = draw(next);
    const key = `${parts.subject} ${parts.direct}`;
    if (isSense(parts) && !written.has(key)) written.set(key, write(parts, next));
  }
  return [...written.values()];
}

function draw(next: Numbers): Parts {
  const [subject, contexts] = pick(SUBJECT_LIST, next);
  const context = pick(contexts, next);
  const [direct, clause] = pick(UNKNOWN_LIST, next);
  const place = pick(PLACES, next);
  return {
    subject,
    context,
    place,
    direct: fill(direct, subject, place),
    clause: fill(clause, subject, place),
  };
}

function isSense({ subject, direct, place }: Parts): boolean {
  return !MISMATCHES.some(
    ({ subjects, unknowns }) =>
      subjects.includes(subject) && unknowns.some((start) => direct.startsWith(fill(start, subject, place))),
  );
}

function write(parts: Parts, next: Numbers): Question {
  const ask = pick(ASKS, next)(parts.clause);
  const reason = pick(REASONS, next)(pick(DECISIONS, next));
  const text = pick(ORDERS, next)(parts.context, ask, reason, pick(METHODS, next)).join(' ');
  return { title: pick(TITLES, next)(parts), text };
}

function fill(pattern: string, subject: string, place: string): string {
  return pattern.replaceAll('{subject}', subject).replaceAll('{place}', place);
}

/** The clause as far as its first comma, without the place, which the title has named already. */
function outline(clause: string, place: string): string {
  const [start = clause] = clause.replace(` ${place}`, '').split(',');
  return start;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pick<Item>(items: readonly Item[], next: Numbers): Item {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}

/** Numbers from 0 up to 1 that a seed fixes (mulberry32). */
function mulberry32(seed: number): Numbers {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
