import { studyTypes } from '../../knowledge/finding';
import { ORGANISATION_KIND_NAMES } from '../../people/organisations/organisation';
import { QUESTION_STATES } from '../../questions/question';

export const NOUNS = ['question', 'finding', 'expert', 'organisation'] as const;
export type Noun = (typeof NOUNS)[number];

/**
 * What may stand after the colon. `term`: a slug or the beginning of one up to a hyphen, a name, another name.
 * `choice`: a word of a fixed list. `name` and `person`: a reference or a part of a name, or `me`. `own`: `me`
 * alone. `money`: pounds. `day`: a day, a month, a year or `today`.
 */
export type FieldKind = 'term' | 'choice' | 'number' | 'money' | 'day' | 'person' | 'own' | 'name' | 'yesNo';

const ITEM = ['question', 'finding'] as const;
const TAGGED = [...ITEM, 'expert'] as const;
const QUESTION = ['question'] as const;
const FINDING = ['finding'] as const;
const EXPERT = ['expert'] as const;

/** What it applies to; its kind, with `?` where `none` asks for what has no value; one line of help; an example. */
type Row = readonly [on: readonly Noun[], kind: FieldKind | `${FieldKind}?`, help: string, example: string];

/** Every field of the language, once: the parser, the conditions and the page that explains it all read this. */
const TABLE = {
  threat: [TAGGED, 'term?', 'The threat area', 'threat:fraud,cyber'],
  strand: [TAGGED, 'term?', 'Pursue, prevent, protect or prepare', 'strand:prevent'],
  enabler: [TAGGED, 'term?', 'What makes the crime possible', 'enabler:borders-and-ports'],
  stage: [ITEM, 'term?', 'A stage of the criminal business', 'stage:launder'],
  position: [ITEM, 'term?', 'A position in the criminal chain', 'position:facilitator'],
  level: [[...TAGGED, 'organisation'], 'term?', 'Local, regional, national and so on', 'level:national'],
  country: [ITEM, 'name?', 'A country it is about, as source, transit or destination', 'country:Albania'],
  method: [EXPERT, 'term?', 'A method the expert names', 'method:ethnography'],
  discipline: [EXPERT, 'term?', 'A discipline the expert names', 'discipline:economics'],
  priority: [ITEM, 'term?', 'A priority it speaks to', 'priority:"exploit the vulnerable"'],
  route: [QUESTION, 'term', 'How the question is answered', 'route:funding-call'],
  state: [QUESTION, 'choice', 'How far the question has come', 'state:open,closed'],
  closes: [QUESTION, 'day?', 'When bids or answers close', 'closes:<2026-12-01'],
  needed: [QUESTION, 'day?', 'When the answer is needed', 'needed:2027'],
  decision: [QUESTION, 'day?', 'When the decision is due that it informs', 'decision:today..2027-03'],
  budget: [QUESTION, 'money?', 'The most it may cost, in pounds', 'budget:>=50000'],
  bids: [QUESTION, 'number', 'How many bids stand. Told to panel and openers, after opening', 'bids:0'],
  answers: [QUESTION, 'number', 'How many experts answered. Told to the asking team', 'answers:>2'],
  findings: [QUESTION, 'number', 'How many findings that you may see answer it', 'findings:0'],
  gap: [QUESTION, 'yesNo', 'A threat area of it lacks sound findings. Told to members', 'gap:yes'],
  'bid-by': [QUESTION, 'own', 'You take part in a bid for it', 'bid-by:me'],
  team: [QUESTION, 'name', 'The team that asks', 'team:me'],
  organisation: [
    ['question', 'expert', 'organisation'],
    'name',
    'Where those who ask or know it work',
    'organisation:"Home Office"',
  ],
  author: [ITEM, 'person', 'Who wrote it. Told to members; of questions, to the asking team', 'author:me'],
  year: [ITEM, 'number?', 'The year of publication', 'year:2019..2024'],
  published: [ITEM, 'day', 'When it was published in Soundings', 'published:>=2026-06'],
  released: [ITEM, 'yesNo', 'Released to the public', 'released:no'],
  type: [FINDING, 'choice', 'The type of study', 'type:review,impact'],
  confidence: [FINDING, 'choice?', 'How sound it is', 'confidence:high,none'],
  origin: [FINDING, 'choice', 'It answers a question, or was shared', 'origin:questions'],
  rated: [FINDING, 'number', 'Somebody gave it this relevance, 1 to 5. Told to members', 'rated:>3'],
  ratings: [FINDING, 'number', 'How many ratings of it count. Told to members', 'ratings:0'],
  'rated-by': [FINDING, 'person', 'Who rated it. Told to members', 'rated-by:me'],
  stale: [['finding', 'expert'], 'yesNo', 'It asks to be looked at again. Told to members', 'stale:yes'],
  availability: [EXPERT, 'choice?', 'Whether the expert has time', 'availability:available'],
  language: [EXPERT, 'name', 'A language the expert works in', 'language:Albanian'],
  region: [['expert', 'organisation'], 'name?', 'A region of work, or where it is', 'region:London'],
  kind: [['organisation'], 'choice', 'The kind of organisation', 'kind:police-force'],
} as const satisfies Record<string, Row>;

type Table = typeof TABLE;
export type FieldName = keyof Table;
/** The fields that apply to a noun: whoever answers for the noun has to answer for each. */
export type FieldOf<N extends Noun> = {
  [Name in FieldName]: N extends Table[Name][0][number] ? Name : never;
}[FieldName];

export interface Field {
  name: FieldName;
  on: readonly Noun[];
  kind: FieldKind;
  /** `none` asks for what has no value. */
  mayBeNone: boolean;
  help: string;
  example: string;
}

const names = Object.keys(TABLE) as FieldName[];

export const FIELDS: readonly Field[] = names.map((name) => {
  const [on, kind, help, example]: Row = TABLE[name];
  return { name, on, kind: kind.replace('?', '') as FieldKind, mayBeNone: kind.endsWith('?'), help, example };
});

const BY_NAME = new Map<string, Field>(FIELDS.map((field) => [field.name, field]));
export const fieldCalled = (name: string): Field | undefined => BY_NAME.get(name.toLowerCase());

/** `inEvaluation` as it is typed: `in-evaluation`. */
export const typed = (stored: string): string =>
  stored.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** States of what is published: search knows no drafts. */
const PUBLISHED_STATES = QUESTION_STATES.slice(QUESTION_STATES.indexOf('open'));

/** The words of each `choice`. */
export const CHOICES: Partial<Record<FieldName, readonly string[]>> = {
  state: [...PUBLISHED_STATES.map(typed), 'asked', 'commissioned'],
  type: studyTypes.map(typed),
  confidence: ['low', 'moderate', 'high'],
  origin: ['questions', 'shared'],
  availability: ['available', 'limited', 'unavailable'],
  kind: ORGANISATION_KIND_NAMES,
};

/** What can be computed of the ratings that count, for any one priority; mean and variance from three up. */
export const FORMULAS = {
  mean: { help: 'The mean relevance for a priority, as pages show it', example: 'mean(relevance)>=3' },
  variance: { help: 'How far raters differ about a priority', example: 'variance(relevance)>1' },
  count: { help: 'The most ratings that count for one priority', example: 'count(relevance)<3' },
} as const;
export type FormulaName = keyof typeof FORMULAS;
export const isFormula = (name: string): name is FormulaName => Object.hasOwn(FORMULAS, name);

/** What a formula is computed of. */
export const MEASURE = 'relevance';
