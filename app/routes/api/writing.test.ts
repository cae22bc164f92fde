import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor } from '../../../tests/support/factories/people';
import { makePriority } from '../../../tests/support/factories/priorities';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../tests/support/factories/readers';
import { makeToken } from '../../../tests/support/factories/tokens';
import { program, type Program } from '../../../tests/support/site/program';
import { OPERATIONS } from './operations/all';

const database = useDatabase();
let who: Readers;
let asking: AskingTeam;
let expert: string;
let servant: string;
let finding: { id: string; reference: string };
let priority: { reference: string };
let team: string;

beforeAll(async () => {
  [who, asking] = await Promise.all([makeReaders(), makeAskingTeam()]);
  [expert, servant] = await Promise.all([makeToken(who.member), makeToken(asking.authorId)]);
  [finding, priority] = await Promise.all([makeFinding({ title: 'Courier fraud' }), makePriority()]);
  team = (await database.db.team.findUniqueOrThrow({ where: { id: asking.teamId } })).reference;
});

const post = (path: string, body: unknown, more: Program = {}) =>
  program(path, { method: 'POST', token: expert, body, ...more });
const put = (path: string, body: unknown, more: Program = {}) =>
  program(path, { method: 'PUT', token: expert, body, ...more });
const pointers = (json: Record<string, unknown> | null) =>
  ((json?.['errors'] ?? []) as { pointer: string; detail: string }[]).map(
    ({ pointer, detail }) => `${pointer}: ${detail}`,
  );
const factCount = () => database.db.fact.count();

const WORK = { title: 'Ports by night', kind: 'report', year: 2024, authors: [{ name: 'Mel Member' }] };
const OPINION = { value: '4', certainty: 2, reason: 'It decides where money goes.' };
const COMMENT = { level: 'everybody', body: 'Is the sample enough?' };

describe('sharing research', () => {
  test('is started, changed, filled in and submitted', async () => {
    const started = await post('/findings', WORK);
    expect([started.status, started.headers.get('Cache-Control')]).toEqual([201, 'no-store']);
    const { reference } = started.json as { reference: string };
    const path = started.headers.get('Location')?.replace('/api/v1', '') ?? '';
    expect(path).toBe(`/findings/${reference}`);
    const read = async () => (await program(path, { token: expert })).json as Record<string, never>;
    expect(await read()).toMatchObject({ state: 'draft', version: { ...WORK, revision: 1 } });

    expect((await put(`${path}/draft/work`, { ...WORK, year: 2023, revision: 1 })).status).toBe(200);
    const late = await put(`${path}/draft/work`, { ...WORK, year: 1999, revision: 1 });
    expect([late.status, late.json?.['type']]).toEqual([409, '/about/api#stale']);
    const content = {
      ...{ revision: 2, studyType: 'qualitative', summary: 'What drivers say.' },
      ...{ threatAreas: ['fraud'], cases: [{ priority: priority.reference, text: 'It bears on ports.' }] },
    };
    expect((await put(`${path}/draft/content`, content)).status).toBe(200);
    expect(await read()).toMatchObject({
      ...{ version: { year: 2023, summary: 'What drivers say.' }, terms: [{ slug: 'fraud' }] },
      cases: [{ reference: priority.reference, text: 'It bears on ports.' }],
    });
    expect((await post(`${path}/submission`, undefined)).status).toBe(200);
    expect(await read()).toMatchObject({ state: 'submitted' });
    expect((await post(`${path}/submission`, {})).status).toBe(403);
  });

  test('says field by field what the page would say', async () => {
    const before = await factCount();
    const { status, json, type } = await post('/findings', {
      ...{ kind: 'poem', year: 'last year', doi: 'x', authors: [{ orcid: '0000-0002-1825-0097' }] },
    });
    expect([status, type, json?.['type']]).toEqual([
      ...[422, 'application/problem+json; charset=utf-8', '/about/api#invalid'],
    ]);
    expect(pointers(json)).toEqual([
      '/title: Enter the title',
      '/authors/0/name: Enter the name of this author',
      '/kind: Choose what kind of work it is',
      '/year: Enter a year of four digits, like 2024',
      '/doi: Enter a DOI, like 10.1177/0022042619861938',
    ]);
    expect(await factCount()).toBe(before);
  });
});

describe('a rating', () => {
  const path = () => `/findings/${finding.reference}/ratings/${priority.reference}`;

  test('is that of the form, in the name of whoever holds the token', async () => {
    const { status, json } = await put(path(), { ...OPINION, interest: true });
    expect([status, json]).toEqual([200, { reference: finding.reference, counted: false }]);
    const kept = await database.db.rating.findFirstOrThrow({ where: { personId: who.member } });
    expect(kept).toMatchObject({ value: 4, certainty: 2, interestDeclared: true });
    const [fact] = await database.db.fact.findMany({ where: { nounId: kept.id } });
    expect(fact).toMatchObject({ name: 'RatingWasGiven', actorId: who.member, command: rateFinding.name });
  });

  test('is refused in the words of the policy and of the rule', async () => {
    const [administrator, unverified] = await Promise.all([
      makeToken(who.auditor),
      makeToken(who.unverified),
    ]);
    const denied = await put(path(), OPINION, { token: administrator });
    const outcome = await run(rateFinding, await actorFor(who.auditor), {
      ...{ ...OPINION, reference: finding.reference, priority: priority.reference },
    });
    expect([denied.status, denied.json?.['detail']]).toEqual([403, 'why' in outcome ? outcome.why : null]);
    expect((await put(path(), OPINION, { token: unverified })).status).toBe(404);
    const refused = await put(path(), { ...OPINION, reason: '' });
    expect([refused.status, pointers(refused.json)]).toEqual([422, ['/reason: Say in a sentence why']]);
  });
});

describe('a question', () => {
  test('is started for a team and saved task by task', async () => {
    const asked = { title: 'Who drives?', route: 'commissioned-study', team };
    const started = await post('/questions', asked, { token: servant });
    expect(started.status).toBe(201);
    const draft = started.headers.get('Location')?.replace('/api/v1', '') ?? '';
    const tasks = async () =>
      (await program(draft, { token: servant })).json?.['tasks'] as {
        slug: string;
        seen: string;
        values: Record<string, unknown>;
      }[];
    const need = (await tasks()).find(({ slug }) => slug === 'need');
    const values = { title: 'Who drives?', summary: 'To plan checks.', decisionDate: '2027-05-01' };
    const saved = await put(
      `${draft}/need`,
      { ...values, intent: 'later', seen: need?.seen },
      { token: servant },
    );
    expect([saved.status, saved.json]).toEqual([200, { reference: started.json?.['reference'] }]);
    expect((await tasks())[0]?.values).toMatchObject({ summary: 'To plan checks.' });
    const stale = await put(
      `${draft}/need`,
      { ...values, summary: 'Other.', seen: need?.seen },
      { token: servant },
    );
    expect(stale.status).toBe(409);
    const scope = (await tasks()).find(({ slug }) => slug === 'scope');
    const body = { questionsAsked: 'How many?', outputs: 'A report', seen: scope?.seen };
    expect((await put(`${draft}/scope`, body, { token: servant })).status).toBe(200);
    expect((await program(draft, { token: expert })).status).toBe(404);
    expect((await put(`${draft}/scope`, body)).status).toBe(404);
    expect((await post('/questions', asked)).status).toBe(403);
  });
});

test('a comment and a proposed term', async () => {
  const path = `/findings/${finding.reference}/comments`;
  expect((await post(path, COMMENT)).status).toBe(200);
  const { json } = await program(path, { token: expert });
  expect(json?.['items']).toMatchObject([{ ...COMMENT, author: 'Mel Member', replies: [] }]);
  const closed = await post(path, { ...COMMENT, level: 'coordinators' });
  expect([closed.status, pointers(closed.json)]).toEqual([422, ['/level: Choose one of the list']]);
  const question = await makeQuestion({ asking, visibility: 'team' });
  expect((await post(`/questions/${question.reference}/comments`, COMMENT)).status).toBe(404);
  expect(
    (
      await post(
        `/questions/${question.reference}/comments`,
        { ...COMMENT, level: 'team' },
        { token: servant },
      )
    ).status,
  ).toBe(200);
  const proposal = { scheme: 'method', name: 'Lantern counting', why: 'Three findings use it.' };
  expect((await post('/term-proposals', proposal)).status).toBe(200);
  expect(pointers((await post('/term-proposals', proposal)).json)).toEqual([
    '/name: Somebody has proposed this word already. A coordinator decides about it.',
  ]);
});

describe('a key for one use', () => {
  const headers = { 'Idempotency-Key': 'share-2026-11-22' };

  test('sent again with the same body does nothing more and answers as before', async () => {
    const first = await post('/findings', WORK, { headers });
    const before = await factCount();
    const again = await post('/findings', WORK, { headers });
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await factCount()).toBe(before);
    const twins = await Promise.all(
      [1, 2, 3].map(() => post('/findings', WORK, { headers: { 'Idempotency-Key': 'three-at-once' } })),
    );
    expect(new Set(twins.map(({ json }) => json?.['reference'])).size).toBe(1);
  });

  test('with another body is a conflict; of another person it is another key', async () => {
    expect((await post('/findings', { ...WORK, title: 'Other' }, { headers })).status).toBe(409);
    const own = await post('/findings', WORK, { headers, token: servant });
    expect(own.status).toBe(201);
  });

  test.each(['short', 'x'.repeat(101), 'with space', 'sémantique'])('%s is none', async (key) => {
    const answered = await post('/findings', WORK, { headers: { 'Idempotency-Key': encodeURI(key) } });
    expect(answered.status).toBe(400);
  });
});

/** A body that would go through, for each operation that writes. */
const bodies = (): Record<string, { path: string; body: Record<string, unknown>; token: string }> => ({
  startFinding: { path: '/findings', body: WORK, token: expert },
  saveFindingWork: {
    path: `/findings/${finding.reference}/draft/work`,
    body: { ...WORK, revision: 1 },
    token: expert,
  },
  saveFindingContent: {
    path: `/findings/${finding.reference}/draft/content`,
    body: { revision: 1, studyType: 'review' },
    token: expert,
  },
  submitFinding: { path: `/findings/${finding.reference}/submission`, body: {}, token: expert },
  rateFinding: {
    path: `/findings/${finding.reference}/ratings/${priority.reference}`,
    body: OPINION,
    token: expert,
  },
  startQuestion: {
    path: '/questions',
    body: { title: 'Who?', route: 'commissioned-study', team },
    token: servant,
  },
  saveQuestionNeed: {
    path: `/questions/${finding.reference}/draft/need`,
    body: { seen: 'x' },
    token: servant,
  },
  saveQuestionScope: {
    path: `/questions/${finding.reference}/draft/scope`,
    body: { seen: 'x' },
    token: servant,
  },
  commentOnFinding: { path: `/findings/${finding.reference}/comments`, body: COMMENT, token: expert },
  commentOnQuestion: { path: `/questions/${finding.reference}/comments`, body: COMMENT, token: expert },
  proposeTerm: {
    path: '/term-proposals',
    body: { scheme: 'method', name: 'Card sort', why: 'Used' },
    token: expert,
  },
});

const EXTRA = ['reference', 'noun', 'personId', 'actorId', 'released', 'publishedAt', 'constructor'];

describe.each(OPERATIONS.filter(({ method }) => method !== 'GET').map(({ id, method }) => [id, method]))(
  '%s',
  (id, method) => {
    test('takes no field that is not described, and changes nothing then', async () => {
      const { path, body, token } = bodies()[id] ?? { path: '/', body: {}, token: expert };
      const before = await factCount();
      for (const name of EXTRA) {
        const { status, json } = await program(path, { method, token, body: { ...body, [name]: true } });
        expect([id, name, status]).toEqual([id, name, 422]);
        expect(pointers(json)).toContain(`/${name}: This field is not known here`);
      }
      expect(await factCount()).toBe(before);
    });

    test('is for tokens alone, and for those that name it', async () => {
      const { path, body } = bodies()[id] ?? { path: '/', body: {} };
      const before = await factCount();
      expect((await program(path, { method, body })).status).toBe(401);
      const other = await makeToken(who.member, { scopes: ['read:findings'] });
      const refused = await program(path, { method, body, token: other });
      expect([refused.status, refused.json?.['type']]).toEqual([403, '/about/api#scopeMissing']);
      expect(refused.headers.get('WWW-Authenticate')).toContain('error="insufficient_scope", scope="write:');
      expect(await factCount()).toBe(before);
    });
  },
);

test('fields inside a list are described too', async () => {
  const { status, json } = await post('/findings', { ...WORK, authors: [{ name: 'A', personId: 'x' }] });
  expect([status, pointers(json)]).toEqual([422, ['/authors/0/personId: This field is not known here']]);
});
