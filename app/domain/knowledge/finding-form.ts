import { z } from 'zod';
import { listInput, optionalDayInput, optionalTextInput, textInput } from '../form-inputs';
import { parseOrcid } from '../people/orcid';
import { parseReference } from '../reference';
import { parseDoi } from '../doi';
import { workKinds } from './citations/work-kinds';
import { CREDIT_ROLES } from './citations/credit-roles';
import { studyTypes } from './finding';

const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;
export const MOST_AUTHORS = 50;

const optionalYear = z
  .unknown()
  .optional()
  .transform((value, context): number | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    const year =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && /^\s*\d{4}\s*$/.test(value)
          ? Number(value)
          : NaN;
    if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return year;
    context.addIssue({ code: 'custom', message: 'Enter a year of four digits, like 2024' });
    return z.NEVER;
  })
  .meta({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR });

/** An optional text that has a checked form of its own. */
const checkedText = (most: number, called: string, read: (text: string) => string | null, message: string) =>
  optionalTextInput(most, called).transform((text, context): string => {
    if (text === '') return '';
    const checked = read(text);
    if (checked) return checked;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const doi = checkedText(300, 'DOI', parseDoi, 'Enter a DOI, like 10.1177/0022042619861938');
const orcid = checkedText(
  60,
  'ORCID iD',
  parseOrcid,
  'Check this ORCID iD: its last character does not fit the others',
);
const webAddress = checkedText(
  500,
  'Web address',
  (text) => (/^https?:\/\//i.test(text) && URL.canParse(text) ? text : null),
  'Enter a web address that starts with https://',
);

const author = z.strictObject({
  name: optionalTextInput(200, 'Author'),
  orcid,
  roles: listInput(z.enum(CREDIT_ROLES)),
});

/** Rows left empty are dropped; an ORCID iD without a name is a row whose name is missing. */
const authors = z
  .preprocess(
    (value): unknown => (Array.isArray(value) ? value : []),
    z.array(author).max(MOST_AUTHORS, `Name at most ${MOST_AUTHORS} authors`),
  )
  .transform((rows, context) => {
    for (const [index, row] of rows.entries())
      if (row.name === '' && (row.orcid !== '' || row.roles.length > 0))
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'Enter the name of this author' });
    return rows.filter((row) => row.name !== '');
  });

export const revisionInput = z.coerce.number().int().min(1);

/** The reference of the work: page one of sharing by hand. */
export const workDetails = {
  title: textInput('Enter the title', 500, 'Title'),
  authors,
  kind: z.enum(workKinds, { error: 'Choose what kind of work it is' }),
  year: optionalYear,
  venue: optionalTextInput(300, 'Where it appeared'),
  volume: optionalTextInput(50, 'Volume'),
  issue: optionalTextInput(50, 'Issue'),
  pages: optionalTextInput(50, 'Pages'),
  publisher: optionalTextInput(300, 'Publisher'),
  doi,
  webAddress,
};
export type WorkDetails = z.output<z.ZodObject<typeof workDetails>>;

const priorityCase = z.strictObject({
  priority: optionalTextInput(20),
  text: optionalTextInput(2000, 'Why it matters'),
});

const cases = z
  .preprocess(
    (value): unknown => (Array.isArray(value) ? value : []),
    z.array(priorityCase).max(20, 'Make a case for at most 20 priorities'),
  )
  .transform((rows, context) => {
    const told = rows.filter((row) => row.text !== '' || row.priority !== '');
    for (const [index, row] of rows.entries()) {
      if (row.text !== '' && !parseReference(row.priority))
        context.addIssue({
          code: 'custom',
          path: [index, 'priority'],
          message: 'Choose the priority this case is for',
        });
      if (row.text === '' && row.priority !== '')
        context.addIssue({
          code: 'custom',
          path: [index, 'text'],
          message: 'Say why it matters to this priority',
        });
    }
    const named = told.map(({ priority }) => parseReference(priority) ?? priority);
    if (new Set(named).size < told.length)
      context.addIssue({ code: 'custom', message: 'Make one case for each priority' });
    return told.map((row, index) => ({ ...row, priority: named[index] ?? row.priority }));
  });

/** Threat areas, strands and so on, by slug; also what a coordinator may change later. */
export const tagFields = {
  threatAreas: listInput(z.string().max(100)),
  strands: listInput(z.string().max(100)),
  enablers: listInput(z.string().max(100)),
  levels: listInput(z.string().max(100)),
};
export type Tags = z.output<z.ZodObject<typeof tagFields>>;

/** What it found and where it matters: the second page of sharing. */
export const findingContent = {
  ...tagFields,
  studyType: z.enum(studyTypes, { error: 'Choose a kind of study' }),
  summary: optionalTextInput(5000, 'Summary'),
  keyMessages: optionalTextInput(5000, 'Key messages'),
  methods: optionalTextInput(3000, 'Methods'),
  limits: optionalTextInput(3000, 'Limits'),
  licence: optionalTextInput(200, 'Licence'),
  firstPublicOn: optionalDayInput('First public on'),
  cases,
};
export type FindingContent = z.output<z.ZodObject<typeof findingContent>>;

export const reasonInput = (missing: string) => textInput(missing, 1000);
