import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { makeCoordinator } from '../../../../tests/support/factories/strategy-cast';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let asking: AskingTeam;
let keeper = '';
let member = '';
let finding = '';
let question = '';

const idOf = async (scheme: 'threatArea' | 'level', slug: string) => (await termCalled(scheme, slug)).id;

beforeAll(async () => {
  asking = await makeAskingTeam();
  keeper = (await makeCoordinator()).id;
  member = (await makePerson()).id;
  const termIds = [
    await idOf('threatArea', 'illegal-drugs'),
    await idOf('level', 'local'),
    await idOf('level', 'online'),
  ];
  finding = (await makeFinding({ title: 'From port to street', termIds })).reference;
  const terms = [
    { scheme: 'threatArea' as const, slug: 'illegal-drugs' },
    { scheme: 'level' as const, slug: 'international' },
  ];
  question = (await makeQuestion({ title: 'Who grows it?', terms, asking })).reference;
});

const rowOf = async (address: string, name: string, as = member) =>
  (await visit(address, { as })).rows.find(([first]) => first === name);

describe('coverage by place', () => {
  test('an item of two places stands in both and is counted once', async () => {
    const row = await rowOf(paths.coverage(), 'Illegal drugs');
    expect(row?.map((cell) => cell.slice(0, 23))).toEqual([
      ...['Illegal drugs', '0 questions, 1 finding ', 'None', 'None', 'None'],
      ...['1 question, 0 findings ', '0 questions, 1 finding ', '1 question, 1 finding'],
    ]);
    expect((await rowOf(paths.coverage(), 'All, each once'))?.at(-1)).toBe('1 question, 1 finding');
  });

  test('an empty international cell leads an author to a question with both filled in', async () => {
    const page = await visit(paths.coverage(), { as: asking.authorId });
    expect(page.heading).toBe('9 of 10 markets have nothing international');
    const link = page.links.find(
      ({ text }) => text === 'Raise a question about Fraud and other economic crime, International',
    );
    const form = await visit(link?.href ?? '', { as: asking.authorId });
    expect(form.fields).toMatchObject({ threats: 'fraud', levels: 'international' });
    const sent = await send(
      paths.newQuestion(),
      { ...form.fields, title: 'What crosses?', route: 'commissioned-study' },
      { as: asking.authorId },
    );
    expect(sent.status).toBe(303);
    const draft = await store.db.question.findFirstOrThrow({
      where: { title: 'What crosses?' },
      include: { terms: { include: { term: true } } },
    });
    expect(draft.terms.map(({ term }) => term.slug).toSorted()).toEqual(['fraud', 'international']);
  });

  test('a finding that is local and about two countries is in all three views and once in the total', async () => {
    const countries = { source: 'Albania', transit: 'Netherlands\nAlbania', destination: '' };
    expect((await send(paths.findingCountries(finding), countries, { as: keeper })).status).toBe(303);
    const row = await rowOf(paths.coverage({ by: 'country' }), 'Illegal drugs');
    expect(row?.map((cell) => cell.slice(0, 23))).toEqual([
      ...['Illegal drugs', '0 questions, 1 finding ', '0 questions, 1 finding ', '1 question, 1 finding'],
    ]);
    expect((await rowOf(paths.coverage(), 'Illegal drugs'))?.[1]).toContain('1 finding');
    const only = await rowOf(paths.coverage({ country: 'netherlands' }), 'All, each once');
    expect(only?.at(-1)).toBe('0 questions, 1 finding');
    const { html } = await visit(paths.coverageCsv({ by: 'country' }), { as: member });
    expect(html).toContain('"all, each once",Albania,0,1\r\n');
    const search = await visit(paths.search('country:Albania level:local'), { as: member });
    expect(search.text).toContain('From port to street');
    expect((await visit(paths.search('country:France'), { as: member })).text).not.toContain(
      'From port to street',
    );
  });

  test('countries of a question are its leads’ and the coordinators’ to say', async () => {
    const address = paths.questionCountries(question);
    const read = await visit(address, { as: member });
    expect([read.status, read.buttons.includes('Record the countries')]).toEqual([200, false]);
    expect((await send(address, { source: 'Peru' }, { as: member })).status).toBe(403);
    const wrong = await send(
      address,
      { source: 'Atlantis', transit: '', destination: '' },
      { as: asking.ownerId },
    );
    expect(wrong.messageBeside('source')).toBe('No country is called “Atlantis”');
    const right = await send(
      address,
      { source: 'Peru', transit: '', destination: 'GB' },
      { as: asking.authorId },
    );
    expect(right.location).toBe(paths.question(question));
    expect((await visit(address, { as: asking.authorId })).fields).toMatchObject({
      source: 'Peru',
      destination: 'United Kingdom',
    });
    await expect(store.db.questionCountry.updateMany({ data: { country: 'xx' } })).rejects.toThrow(
      /code_check/,
    );
  });

  test('a country that is none is told beside the field, and the matrix stays', async () => {
    const page = await visit(paths.coverage({ country: 'Atlantis' }), { as: member });
    expect(page.messageBeside('country')).toBe('No country is called that');
    expect(page.fields['country']).toBe('Atlantis');
  });
});
