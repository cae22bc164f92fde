import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeAccount, makePerson } from '../../../../tests/support/factories/people';
import {
  startOrcid,
  type OrcidHolder,
  type OrcidProvider,
} from '../../../../tests/support/outside/orcid-provider';
import { logNothing, setOutside } from '../../../../tests/support/outside/settings';
import { send, visit, type Page } from '../../../../tests/support/site';
import { cookieFor } from '../../../../tests/support/journey/session';

const database = useDatabase();
const OFF = {
  ...{ ORCID_ISSUER: undefined, ORCID_API_URL: undefined },
  ...{ ORCID_CLIENT_ID: undefined, ORCID_CLIENT_SECRET: undefined },
};
let orcid: OrcidProvider;
let logAgain: () => void;
let member: string;

const JOSIAH: OrcidHolder = {
  orcid: '0000-0002-1825-0097',
  name: 'Josiah Carberry',
  works: [
    {
      putCode: 11,
      title: 'Fraud at ports',
      description: 'Ports, people smuggling and more.',
      year: '2021',
      doi: '10.5555/FRAUD',
    },
    { putCode: 12, title: 'Psychoceramics', year: '2008', type: 'book', others: ['Ann Other'] },
    { putCode: 13, title: 'fraud at Ports', year: '2021' },
    { putCode: 14, title: '' },
    { putCode: 15, title: 'Not by him', year: '1999' },
  ],
};
const ADA: OrcidHolder = { orcid: '0000-0001-5109-3700', name: 'Ada Able', works: [] };

beforeAll(async () => {
  logAgain = logNothing();
  orcid = await startOrcid();
  member = (await makePerson({ expert: true })).id;
  await makePerson({ roles: ['administrator'] });
});
beforeEach(() => {
  setOutside(orcid.settings);
  Object.assign(orcid, { holder: JOSIAH, tokenAnswer: 'whole' });
});
afterEach(() => setOutside(OFF));
afterAll(async () => {
  logAgain();
  await orcid.stop();
});

const cookieOf = (page: Page): string =>
  page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

/** There: the page that leaves, and where ORCID sends whoever it is. */
async function leave(path: string, cookie = '') {
  const departed = await visit(path, { cookie });
  expect(departed.status).toBe(302);
  const answer = await fetch(departed.location ?? '', { redirect: 'manual' });
  const back = new URL(answer.headers.get('Location') ?? '');
  return { back: back.pathname + back.search, errand: cookieOf(departed) };
}

/** There and back. */
async function through(path: string, cookie = '') {
  const { back, errand } = await leave(path, cookie);
  return visit(back, { cookie: [cookie, errand].filter(Boolean).join('; ') });
}
const account = () => makeAccount({ expert: true, name: 'Carberry, J.' });

test('off: no page speaks of it and its addresses lead nowhere', async () => {
  setOutside(OFF);
  const asked = orcid.asked.length;
  expect((await visit(paths.signIn())).html).not.toContain('ORCID');
  expect((await visit(paths.account(), { as: member })).links.map(({ href }) => href)).not.toContain(
    paths.ownOrcid(),
  );
  for (const path of [
    paths.signInWithOrcid(),
    '/sign-in/orcid/back?code=a&state=b',
    paths.joinByOrcid('x'.repeat(30)),
  ])
    expect((await visit(path)).status).toBe(404);
  for (const path of [paths.ownOrcid(), paths.ownOrcid('link')])
    expect((await visit(path, { as: member })).status).toBe(404);
  expect(orcid.asked).toHaveLength(asked);
});

test('an expert joins by ORCID, is read-only until verified, and takes the works that are theirs', async () => {
  const { reference } = await makeFinding({ title: 'Fraud at ports', doi: '10.5555/fraud', released: true });
  expect((await visit(paths.signIn())).text).toContain('Sign in or join with ORCID');
  const back = await through(paths.signInWithOrcid('/experts'));
  expect(back.location).toMatch(/^\/join\/orcid\//);
  const page = await visit(back.location ?? '');
  expect(page.text).toContain('ORCID has confirmed that 0000-0002-1825-0097 is yours');
  expect(page.fields['name']).toBe('Josiah Carberry');
  const form = { name: 'Josiah Carberry', address: 'josiah@brown.example' };
  expect((await send(back.location ?? '', { ...form, address: 'x' })).status).toBe(422);
  const joined = await send(back.location ?? '', form);
  expect(joined.location).toBe(paths.account());
  const cookie = cookieOf(joined);
  const person = await database.db.person.findUniqueOrThrow({ where: { orcid: JOSIAH.orcid } });
  expect(person).toMatchObject({ verifiedAt: null, verifiedBy: null });
  expect(person.orcidVerifiedAt).not.toBeNull();
  expect((await database.db.mail.findFirstOrThrow({ where: { toAddress: form.address } })).text).toContain(
    '/account/emails/confirm/',
  );
  expect((await visit(back.location ?? '')).text).toContain('does not work any more');
  expect((await send(back.location ?? '', form)).status).toBe(422);
  // The way in asks for a second factor like any other.
  expect((await visit(paths.account(), { cookie })).location).toContain('/account/second-factor');
  const as = person.id;
  await database.db.credential.update({
    where: { personId: as },
    data: { totpSecret: new Uint8Array(1), totpConfirmedAt: new Date() },
  });
  expect((await visit(paths.experts(), { as })).status).toBe(403);
  expect((await visit(paths.shareFinding(), { as })).status).toBe(403);

  const read = await send(paths.ownWorks('read'), {}, { as });
  expect(read.banner).toBe('3 works to choose from');
  const works = await visit(paths.ownWorks(), { as });
  expect(works.links).toContainEqual({ text: 'Fraud at ports', href: paths.finding(reference) });
  const idOf = async (title: string) =>
    (await database.db.expertWork.findFirstOrThrow({ where: { title, personId: as } })).id;
  await send(paths.ownWorks(), { choice: 'reject', works: await idOf('Not by him') }, { as });
  const mine = [await idOf('Fraud at ports'), await idOf('Psychoceramics')];
  const taken = await send(paths.ownWorks(), { choice: 'take', works: mine }, { as });
  expect(taken.banner).toBe('2 works are on your profile');
  expect((await send(paths.ownWorks('read'), {}, { as })).banner).toContain('no work that you have not seen');
  const kept = await database.db.work.findFirstOrThrow({
    where: { title: 'Psychoceramics' },
    include: { authors: { orderBy: { position: 'asc' } } },
  });
  expect(kept.authors.map(({ name, personId }) => [name, personId === as])).toEqual([
    ['Josiah Carberry', true],
    ['Ann Other', false],
  ]);
  const said = await visit(paths.ownWorks(), { as });
  expect(said.text).toContain('What your works are about');
  expect(said.text).toContain('Named in 1 of your works');
  const derived = await database.db.derivedExpertTerm.findFirstOrThrow({
    where: { personId: as },
    include: { term: true },
  });
  await send(paths.ownWorks('terms'), { rejected: derived.term.reference }, { as });
  await send(paths.ownWorks(), { choice: 'reject', works: mine[1] ?? '' }, { as });
  expect(
    await database.db.derivedExpertTerm.findFirst({ where: { personId: as, termId: derived.termId } }),
  ).toMatchObject({ rejectedAt: expect.any(Date) as Date });
  expect(await database.db.workAuthor.count({ where: { workId: kept.id, personId: as } })).toBe(0);
});

test('an account is linked, opened with ORCID, and unlinked as long as there is another way in', async () => {
  orcid.holder = ADA;
  const { id } = await account();
  const cookie = await cookieFor(id);
  expect((await visit(paths.ownOrcid(), { cookie })).text).toContain('Link your ORCID iD');
  const linked = await through(paths.ownOrcid('link'), cookie);
  expect([linked.location, linked.banner]).toEqual([
    paths.ownOrcid(),
    'Your ORCID iD is linked to your account',
  ]);
  expect((await visit(paths.account(), { as: id })).text).toContain(
    '0000-0001-5109-3700, confirmed by ORCID',
  );
  const entered = await through(paths.signInWithOrcid('/experts'));
  expect(entered.location).toBe('/experts');
  expect((await visit(paths.account(), { cookie: cookieOf(entered) })).status).toBe(302);

  const other = await cookieFor((await account()).id);
  expect((await through(paths.ownOrcid('link'), other)).banner).toContain('on another account');
  expect((await send(paths.ownOrcid('unlink'), {}, { as: id })).banner).toContain('no longer opens');
  expect((await through(paths.signInWithOrcid())).banner).toContain('is not linked to it');
  await through(paths.ownOrcid('link'), cookie);
  const { revision, name } = await database.db.person.findUniqueOrThrow({ where: { id } });
  await send(
    paths.ownDetails(),
    { name, orcid: '0000-0002-1694-233X', revision: String(revision) },
    { as: id },
  );
  expect(await database.db.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
    orcidVerifiedAt: null,
  });
});

describe('what nobody can do', () => {
  const entersNothing = async (page: Page) => {
    expect(page.headers.getSetCookie().join()).not.toMatch(/soundings=[^;]/);
    expect([paths.signIn(), paths.ownOrcid()]).toContain(page.location);
  };

  test('come back in another browser, with another state, twice, or without having left', async () => {
    const { back, errand } = await leave(paths.signInWithOrcid());
    await entersNothing(await visit(back));
    await entersNothing(
      await visit(back.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`), { cookie: errand }),
    );
    await entersNothing(await visit('/sign-in/orcid/back', { cookie: errand }));
    expect((await visit(`${back}&more=1`, { cookie: errand })).status).toBe(400);
    const { back: another } = await leave(paths.signInWithOrcid());
    // Somebody else's code with one's own errand: its challenge is another.
    const code = new URL(another, 'http://x').searchParams.get('code') ?? '';
    const mixed = back.replace(/code=[^&]+/, `code=${code}`);
    await entersNothing(await visit(mixed, { cookie: errand }));
  });

  test.each(['fault', 'no iD'] as const)(
    'be let in when the provider answers with %s',
    async (tokenAnswer) => {
      orcid.tokenAnswer = tokenAnswer;
      const page = await through(paths.signInWithOrcid());
      await entersNothing(page);
      expect(page.banner).toContain('did not confirm');
    },
  );

  test('be let in after saying no', async () => {
    orcid.holder = null;
    await entersNothing(await through(paths.signInWithOrcid()));
  });

  test('enter a suspended account, or choose works of others', async () => {
    const { id } = await account();
    await database.db.person.update({
      where: { id },
      data: { orcid: '0000-0003-1415-9269', orcidVerifiedAt: new Date(), suspendedAt: new Date() },
    });
    orcid.holder = { ...ADA, orcid: '0000-0003-1415-9269' };
    const page = await through(paths.signInWithOrcid());
    await entersNothing(page);
    expect(page.banner).toContain('cannot be used');
    const theirs = await database.db.expertWork.findFirstOrThrow();
    const taken = await send(paths.ownWorks(), { choice: 'take', works: theirs.id }, { as: member });
    expect(taken.status).toBe(422);
    expect((await send(paths.ownWorks('read'), {}, { as: member })).banner).toContain(
      'Link your ORCID iD first',
    );
  });
});
