import { parseWithZod } from '@conform-to/zod/v4';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { referenceFrom, showReference } from '../reference';
import { draftToChange } from './draft-to-change';
import { findingFilters } from './finding-filters';
import { findingContent, workDetails } from './finding-form';

const work = z.strictObject(workDetails);
const content = z.strictObject(findingContent);
const OWN = referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
const OTHER = referenceFrom(new Uint8Array([7, 6, 5, 4, 3, 2, 1]));

function form(fields: Record<string, string | string[]>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one);
  return data;
}
function read<Schema extends typeof work | typeof content>(
  schema: Schema,
  fields: Record<string, string | string[]>,
) {
  const submission = parseWithZod(form(fields), { schema });
  return {
    value: submission.status === 'success' ? (submission.value as z.output<Schema>) : null,
    errors: submission.reply().error ?? {},
  };
}

const WORK = { title: 'Couriers', kind: 'report', 'authors[0].name': 'Leah Moyle' };

describe('the work', () => {
  test('is read, and reads again as itself', () => {
    const { value } = read(work, { ...WORK, year: ' 2024 ', doi: 'https://doi.org/10.1234/ABC' });
    expect(value).toMatchObject({ title: 'Couriers', year: 2024, doi: '10.1234/abc', webAddress: '' });
    expect(work.parse(value)).toEqual(value);
  });

  test.each([
    ['2024', true],
    ['1800', true],
    ['2100', true],
    ['1799', false],
    ['2101', false],
    ['24', false],
    ['20244', false],
    ['-2024', false],
    ['2e3', false],
    ['0x7e8', false],
    ['２０２４', false],
  ])('the year %j is read: %s', (year, isRead) => {
    expect(read(work, { ...WORK, year }).errors['year'] === undefined).toBe(isRead);
  });

  test.each([
    ['https://example.org/a?b=c', true],
    ['HTTP://EXAMPLE.ORG', true],
    ['javascript:alert(1)', false],
    ['ftp://example.org', false],
    ['//example.org', false],
    ['https://', false],
    ['data:text/html,x', false],
  ])('the web address %j is taken: %s', (webAddress, isTaken) => {
    expect(read(work, { ...WORK, webAddress }).errors['webAddress'] === undefined).toBe(isTaken);
  });

  test('authors keep their order, empty rows go', () => {
    const fields = {
      ...WORK,
      'authors[0].name': '',
      'authors[2].name': 'Third',
      'authors[1].name': 'Second',
    };
    expect(read(work, fields).value?.authors.map(({ name }) => name)).toEqual(['Second', 'Third']);
  });

  test('an author’s roles are those of CRediT alone', () => {
    const roles = (list: string[]) => read(work, { ...WORK, 'authors[0].roles': list });
    expect(roles(['Software', 'Methodology']).value?.authors[0]?.roles).toEqual(['Software', 'Methodology']);
    expect(roles(['Boss']).value).toBeNull();
  });

  test('roles or an ORCID iD without a name ask for the name', () => {
    const fields = { ...WORK, 'authors[1].roles': 'Software' };
    expect(read(work, fields).errors).toHaveProperty(['authors[1].name']);
  });

  test('too many authors are refused in words', () => {
    const rows = Object.fromEntries(
      Array.from({ length: 51 }, (_, place) => [`authors[${place}].name`, `Author ${place}`]),
    );
    expect(Object.values(read(work, { ...WORK, ...rows }).errors).flat()).toContain(
      'Name at most 50 authors',
    );
  });
});

describe('what it found', () => {
  const CONTENT = { studyType: 'review' };

  test('one case for each priority, however its reference is typed', () => {
    const two = (first: string, second: string) =>
      read(content, {
        ...CONTENT,
        'cases[0].priority': first,
        'cases[0].text': 'One',
        'cases[1].priority': second,
        'cases[1].text': 'Two',
      });
    expect(two(OWN, OTHER).value?.cases).toHaveLength(2);
    expect(two(OWN, OWN).errors).toHaveProperty('cases');
    expect(two(OWN, showReference(OWN).toLowerCase()).errors).toHaveProperty('cases');
  });

  test('an empty row is no case', () => {
    const { value } = read(content, { ...CONTENT, 'cases[0].priority': '', 'cases[0].text': ' ' });
    expect(value?.cases).toEqual([]);
  });

  test('nothing but the kind of study has to be said', () => {
    expect(read(content, CONTENT).value).toMatchObject({
      keyMessages: '',
      limits: '',
      licence: '',
      strands: [],
    });
    expect(read(content, {}).errors).toHaveProperty('studyType', ['Choose a kind of study']);
  });

  test('each text is bounded, and says which one it is', () => {
    const bounds: Record<string, number> = { keyMessages: 5000, summary: 5000, methods: 3000, limits: 3000 };
    for (const [field, most] of Object.entries(bounds)) {
      expect(read(content, { ...CONTENT, [field]: 'x'.repeat(most) }).value).not.toBeNull();
      const { errors } = read(content, { ...CONTENT, [field]: 'x'.repeat(most + 1) });
      expect(errors[field]?.[0]).toMatch(/^Use [35],000 characters or fewer for “/);
    }
  });
});

describe('a save of a draft', () => {
  test('goes through on the revision it was opened on alone', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (revision, seen) => {
        const verdict = draftToChange({ id: 'one', revision }, seen);
        if (revision === seen) expect(verdict).toEqual({ id: 'one', revision });
        else expect(verdict).toMatchObject({ name: 'DraftHasChanged', stale: true });
      }),
    );
  });

  test('is refused once there is no draft', () => {
    expect(draftToChange(null, 1)).toMatchObject({ name: 'NoDraftIsOpen', stale: true });
  });
});

describe('the filters of the list', () => {
  const filters = z.strictObject(findingFilters);

  test('one value and several read alike', () => {
    expect(filters.parse({ threat: 'fraud' }).threat).toEqual(['fraud']);
    expect(filters.parse({ threat: ['fraud', 'cyber-crime'] }).threat).toHaveLength(2);
    expect(filters.parse({}).threat).toEqual([]);
  });

  test.each([
    { threat: "'; DROP" },
    { threat: 'Fraud' },
    { type: 'poem' },
    { from: '1' },
    { to: 'now' },
    { origin: 'elsewhere' },
    { after: '2026-01-01' },
    { q: 'x'.repeat(201) },
    { page: '2' },
  ])('%j is refused', (raw) => expect(filters.safeParse(raw).success).toBe(false));
});
