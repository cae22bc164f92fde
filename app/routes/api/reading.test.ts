import type { z } from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { postComment } from '~/domain/discussion/commands/post-comment.server';
import { findingList } from '~/domain/knowledge/queries/finding-list.server';
import { ask } from '~/domain/query.server';
import { questionList } from '~/domain/questions/queries/question-list.server';
import { paths } from '~/paths';
import type { Operation } from '~/web/api/operation';
import { useDatabase } from '../../../tests/support/database';
import { makeExpertOn } from '../../../tests/support/factories/experts';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor, makeOrganisation } from '../../../tests/support/factories/people';
import { makePriority } from '../../../tests/support/factories/priorities';
import { makeAskingTeam, makeQuestion } from '../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../tests/support/factories/readers';
import { rateBy } from '../../../tests/support/factories/searchable';
import { termCalled } from '../../../tests/support/factories/terms';
import { makeToken } from '../../../tests/support/factories/tokens';
import { visit } from '../../../tests/support/site';
import { program, type Answered } from '../../../tests/support/site/program';
import { OPERATIONS } from './operations/all';

const database = useDatabase();
type Reader = 'visitor' | 'unverified' | 'expert' | 'servant' | 'coordinator';
let who: Readers;
const ids: Partial<Record<Reader, string>> = {};
const tokens: Partial<Record<Reader, string>> = {};
/** Things by the name of their state, each with a word that stands nowhere else. */
const things: Record<string, string> = {};

const READERS: Reader[] = ['visitor', 'unverified', 'expert', 'servant', 'coordinator'];
const CANARY = /\b[a-z]+canary\b/gi;
const canaries = (text: string) => new Set(text.match(CANARY) ?? []);

beforeAll(async () => {
  who = await makeReaders();
  const asking = await makeAskingTeam();
  Object.assign(ids, {
    ...{ unverified: who.unverified, expert: who.member, coordinator: who.coordinator },
    servant: asking.authorId,
  });
  for (const reader of READERS) if (ids[reader]) tokens[reader] = await makeToken(ids[reader]);
  const fraud = await termCalled('threatArea', 'fraud');
  const released = await makeFinding({
    ...{ title: 'Openlycanary', released: true, termIds: [fraud.id], year: 2019 },
    authors: [{ name: 'Ann Author' }, { name: 'Ben Author' }],
  });
  const inside = await makeFinding({ title: 'Insidecanary', keyMessages: 'Keycanary', year: 2020 });
  const draft = await makeFinding({ title: 'Draftcanary', state: 'draft', submittedById: who.member });
  await makeFinding({ title: 'Returnedcanary', state: 'returned', submittedById: who.member });
  const retracted = await makeFinding({
    title: 'Retractedcanary',
    keyMessages: 'Takencanary',
    state: 'retracted',
  });
  const priority = await makePriority({ name: 'Close the ports' });
  await rateBy({
    ...{ findingId: inside.id, versionId: inside.versionId, priorityId: priority.id, values: [4, 5, 4] },
  });
  await database.db.rating.updateMany({ data: { reason: 'Reasoncanary' } });
  const open = await makeQuestion({ asking, title: 'Networkcanary' });
  const released2 = await makeQuestion({ asking, title: 'Askedcanary', state: 'answered', released: true });
  const secret = await makeQuestion({ asking, title: 'Teamcanary', visibility: 'team' });
  const unasked = await makeQuestion({ asking, title: 'Unaskedcanary', state: 'draft' });
  const listed = await makeExpertOn([fraud.id], {
    summary: 'Profilecanary',
    clearanceLevel: 'SC',
    clearanceSponsor: 'Clearancecanary',
  });
  const unlisted = await makeExpertOn([], { summary: 'Unlistedcanary', listed: false });
  const organisation = await makeOrganisation({ name: 'University of Placecanary' });
  for (const [level, word] of [
    ['everybody', 'Saidcanary'],
    ['coordinators', 'Deskcanary'],
    ['government', 'Statecanary'],
  ])
    await run(postComment, await actorFor(who.coordinator), {
      ...{ noun: 'finding', reference: inside.reference, level, body: word },
    });
  Object.assign(things, {
    ...{ released: released.reference, inside: inside.reference, draft: draft.reference },
    ...{ retracted: retracted.reference, open: open.reference, asked: released2.reference },
    ...{ secret: secret.reference, unasked: unasked.reference, listed: listed.reference },
    ...{ unlisted: unlisted.reference, organisation: organisation.reference },
  });
});

const items = ({ json }: Answered) => (json?.['items'] ?? []) as Record<string, unknown>[];
const operation = (id: string): Operation => {
  const found = OPERATIONS.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

/** What is asked, of which things, and the page that shows the same. */
const WALK: [id: string, of: string[], page: (reference: string) => string][] = [
  ['listFindings', [''], () => paths.findings()],
  ['getFinding', ['released', 'inside', 'draft', 'retracted'], paths.finding],
  ['listRatings', ['inside'], paths.finding],
  ['listFindingComments', ['inside', 'draft'], paths.findingDiscussion],
  ['listQuestions', [''], () => paths.questions()],
  ['getQuestion', ['open', 'asked', 'secret', 'unasked'], paths.question],
  ['getQuestionDraft', ['unasked', 'open'], paths.questionDraft],
  ['listQuestionComments', ['asked', 'secret'], paths.questionDiscussion],
  ['listExperts', [''], () => paths.experts()],
  ['getExpert', ['listed', 'unlisted'], paths.expert],
  ['listOrganisations', [''], () => paths.organisations()],
  ['getOrganisation', ['organisation'], paths.organisation],
];

test('every reading is walked, but for those with a test of their own', () => {
  const walked = WALK.map(([id]) => id);
  const readings = OPERATIONS.filter(({ method }) => method === 'GET').map(({ id }) => id);
  expect(readings.filter((id) => !walked.includes(id))).toEqual([
    ...['citeFinding', 'searchQuestions', 'searchFindings', 'searchExperts', 'searchOrganisations'],
    ...['listTerms', 'listPriorities'],
  ]);
});

describe.each(READERS)('as %s', (reader) => {
  test.each(WALK)('%s of %j is answered as the page is', async (id, of, page) => {
    const { path, answer, visitors } = operation(id);
    for (const name of of) {
      const reference = things[name] ?? '';
      const answered = await program(path.replace('{reference}', reference), { token: tokens[reader] });
      const shown = await visit(page(reference), { as: ids[reader] });
      const about = `${id} of ${name} as ${reader}`;
      if (shown.status === 200) {
        expect(answered.status, about).toBe(200);
        expect(answered.type).toBe('application/json; charset=utf-8');
        // The schema takes away what it does not name: nothing may be left to take.
        expect((answer as z.ZodType).parse(answered.json), about).toEqual(answered.json);
        const onPage = canaries(shown.html);
        const leaked = [...canaries(answered.text)].filter((word) => !onPage.has(word));
        expect(leaked, about).toEqual([]);
      } else {
        const wanted = reader === 'visitor' && !visitors ? [401] : [403, 404];
        expect(wanted, about).toContain(answered.status);
        expect(answered.type).toBe('application/problem+json; charset=utf-8');
        expect(answered.text).not.toMatch(CANARY);
      }
    }
  });
});

describe('the walk can tell', () => {
  test('who reads what', async () => {
    const words = async (path: string, reader: Reader) => [
      ...canaries((await program(path, { token: tokens[reader] })).text),
    ];
    expect(await words('/findings', 'visitor')).toEqual(['Openlycanary']);
    expect(await words('/findings', 'expert')).toEqual(['Insidecanary', 'Openlycanary']);
    expect(await words('/questions', 'visitor')).toEqual(['Askedcanary']);
    expect((await words('/questions', 'servant')).toSorted()).toEqual([
      'Askedcanary',
      'Networkcanary',
      'Teamcanary',
      'Unaskedcanary',
    ]);
    expect(await words(`/findings/${things['inside']}/comments`, 'expert')).toEqual(['Saidcanary']);
    expect(await words(`/findings/${things['inside']}/comments`, 'coordinator')).toHaveLength(3);
    expect(await words(`/findings/${things['retracted']}`, 'expert')).toEqual(['Retractedcanary']);
    expect(await words('/experts', 'expert')).toEqual(['Profilecanary']);
    expect(await words(`/experts/${things['listed']}`, 'servant')).toEqual(['Profilecanary']);
  });
});

describe('lists', () => {
  test.each([
    ['/findings?threat=fraud&from=2019&to=2019', { threat: ['fraud'], from: 2019, to: 2019 }],
    ['/findings?q=Openlycanary', { q: 'Openlycanary' }],
    ['/findings?type=qualitative&type=review&confidence=notAppraised', { type: ['qualitative', 'review'] }],
  ])('%s holds what the page’s own query gives', async (path, filters) => {
    const answered = await program(path, { token: tokens.expert });
    const list = await ask(findingList, await actorFor(who.member), filters);
    expect(items(answered).map(({ reference }) => reference)).toEqual(
      list?.findings.map(({ reference }) => reference),
    );
    expect(items(answered).length).toBeGreaterThan(0);
  });

  test('come in parts: every row once, and the Link leads on', async () => {
    const actor = await actorFor(ids.servant ?? '');
    const whole = (await ask(questionList, actor, {}))?.questions.map(({ reference }) => reference) ?? [];
    const found: unknown[] = [];
    let path: string | null = '/questions?limit=1&state=open&state=draft&state=answered';
    while (path) {
      const part: Answered = await program(path, { token: tokens.servant });
      expect(items(part).length).toBeLessThanOrEqual(1);
      found.push(...items(part).map(({ reference }) => reference));
      const link = /^<\/api\/v1(\/[^>]+)>; rel="next"$/.exec(part.headers.get('Link') ?? '')?.[1] ?? null;
      expect(link !== null).toBe(part.json?.['next'] !== null);
      path = link;
    }
    expect(found).toEqual(whole);
    expect(new Set(found).size).toBeGreaterThan(2);
  });

  test.each(['/experts?limit=1', '/organisations?limit=1'])('%s goes on after its cursor', async (path) => {
    const first = await program(path, { token: tokens.coordinator });
    const cursor = String(first.json?.['next']);
    const second = await program(`${path}&cursor=${cursor}`, { token: tokens.coordinator });
    expect(items(second)).toHaveLength(1);
    expect(items(second)[0]?.['reference']).not.toBe(items(first)[0]?.['reference']);
  });

  test('terms and priorities are everybody’s, terms by their scheme', async () => {
    const { json } = await program('/terms?scheme=method');
    const schemes = new Set((json!['items'] as { scheme: string }[]).map(({ scheme }) => scheme));
    expect([...schemes]).toEqual(['method']);
    const sets = await program('/priorities');
    expect((operation('listPriorities').answer as z.ZodType).parse(sets.json)).toEqual(sets.json);
    expect(sets.text).toContain('Close the ports');
    const [all, inside] = [await program('/terms'), await program('/terms', { token: tokens.coordinator })];
    expect(all.text).toBe(inside.text);
    expect((operation('listTerms').answer as z.ZodType).parse(all.json)).toEqual(all.json);
  });
});

describe('a finding', () => {
  test('comes with its authors in order, its terms and what ratings say', async () => {
    const { json } = await program(`/findings/${things['released']}`);
    expect(json).toMatchObject({
      ...{ state: 'published', page: paths.finding(things['released'] ?? '') },
      version: { number: 1, authors: [{ name: 'Ann Author' }, { name: 'Ben Author' }] },
      terms: [{ scheme: 'threatArea', slug: 'fraud' }],
      versions: [{ number: 1 }],
    });
    const rated = await program(`/findings/${things['inside']}`, { token: tokens.expert });
    expect(rated.json?.['ratings']).toMatchObject([
      { priority: { name: 'Close the ports' }, summary: { counted: 3, spread: [{ role: 'policy' }] } },
    ]);
  });

  test('is found with and without the hyphen, and in a numbered version', async () => {
    const reference = things['released'] ?? '';
    for (const path of [
      reference.toLowerCase(),
      `${reference.slice(0, 4)}-${reference.slice(4)}`,
      `${reference}?version=1`,
    ])
      expect((await program(`/findings/${path}`)).status).toBe(200);
    expect((await program(`/findings/${reference}?version=2`)).status).toBe(404);
    expect((await program('/findings/AAAA-AAAA')).status).toBe(404);
  });
});

describe('a search', () => {
  const ALL = ['Openly', 'Inside', 'Draft', 'Network', 'Asked', 'Team', 'Unasked', 'Profile', 'Unlisted'];
  const q = encodeURIComponent(ALL.map((word) => `${word}canary`).join(' OR '));

  test.each([
    ['visitor', { findings: 1, questions: 1, experts: 401, organisations: 401 }],
    ['unverified', { findings: 1, questions: 1, experts: 403, organisations: 403 }],
    ['servant', { findings: 2, questions: 3, experts: 1, organisations: 0 }],
  ] as const)('finds for %s what the page finds', async (reader, expected) => {
    for (const [plural, found] of Object.entries(expected)) {
      const answered = await program(`/search/${plural}?q=${q}`, { token: tokens[reader] });
      const about = `${plural} as ${reader}`;
      expect(answered.status, about).toBe(found > 400 ? found : 200);
      if (answered.status !== 200) continue;
      expect(items(answered), about).toHaveLength(found);
      const page = await visit(`${paths.search()}?q=${q}&of=${plural.slice(0, -1)}`, { as: ids[reader] });
      const names = page.links.map(({ text }) => text).join('\n');
      for (const { title } of items(answered) as { title: string }[]) expect(names, about).toContain(title);
    }
  });

  test('reads the language of the page, and says what it could not read', async () => {
    const found = await program(
      `/search/findings?q=${encodeURIComponent('year:2020 AND NOT Openlycanary')}`,
      {
        token: tokens.expert,
      },
    );
    expect(items(found)).toMatchObject([{ reference: things['inside'], title: 'Insidecanary' }]);
    const odd = await program(`/search/findings?q=${encodeURIComponent('colour:red Openlycanary')}`);
    expect(odd.json?.['problems']).toHaveLength(1);
    expect((await program('/search/findings')).status).toBe(400);
    expect((await program(`/search/findings?q=${'x'.repeat(401)}`)).status).toBe(400);
  });
});

describe('a citation', () => {
  const cite = (query = '', accept?: string) =>
    program(
      `/findings/${things['released']}/citation${query}`,
      accept ? { headers: { Accept: accept } } : {},
    );

  test.each([
    [undefined, '', 'application/vnd.citationstyles.csl+json', '"title"'],
    ['application/x-bibtex', '', 'application/x-bibtex', '@'],
    [
      'application/x-research-info-systems;q=0.9, application/x-bibtex;q=0.1',
      '',
      'application/x-research-info-systems',
      'TY  -',
    ],
    ['*/*', '?format=bibtex', 'application/x-bibtex', '@'],
  ])('asked for with Accept %s and %j is %s', async (accept, query, type, words) => {
    const answered = await cite(query, accept);
    expect([answered.status, answered.type]).toEqual([200, `${type}; charset=utf-8`]);
    expect(answered.text).toContain(words);
    expect(answered.text).toContain('Openlycanary');
    const page = await visit(
      paths.findingCitation(
        things['released'] ?? '',
        { '"title"': 'csl-json', '@': 'bibtex' }[words] ?? 'ris',
      ),
    );
    expect(answered.text).toBe(page.html);
  });

  test('in another format is not there, nor of what may not be known', async () => {
    expect((await cite('', 'text/html')).status).toBe(406);
    expect((await cite('?format=xml')).status).toBe(400);
    for (const [name, token] of [
      ['inside', undefined],
      ['draft', tokens.expert],
    ] as const)
      expect((await program(`/findings/${things[name]}/citation`, { token })).status).toBe(404);
  });
});

test('what has not changed is not sent again', async () => {
  const first = await program('/findings');
  const tag = first.headers.get('ETag') ?? '';
  expect(tag).toMatch(/^W\/"[\w-]+"$/);
  for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
    const again = await program('/findings', { headers: { 'If-None-Match': known } });
    expect([again.status, again.text]).toEqual([304, '']);
  }
  const other = await program('/findings', { token: tokens.expert, headers: { 'If-None-Match': tag } });
  expect(other.status).toBe(200);
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
  expect(first.headers.get('Vary')).toBe('Authorization, Accept');
});
