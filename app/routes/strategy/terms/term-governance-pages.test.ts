import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const propose = (name: string, as = who.member, over = {}) =>
  send(paths.proposeTerm(), { scheme: 'enabler', name, why: 'Three findings are about it', ...over }, { as });
const proposal = (name: string) => database.db.termProposal.findFirstOrThrow({ where: { name } });
const desk = (kind: string) => visit(paths.deskQueue(kind), { as: who.coordinator });
const apply = (kind: string, action: string, items: string[], more = {}) =>
  send(paths.deskPreview(kind), { action, items, ...more }, { as: who.coordinator });

test('a member proposes a term, a coordinator takes it in, and everybody can tag with it', async () => {
  expect((await visit(paths.terms(), { as: who.member })).links.map(({ href }) => href)).toContain(
    paths.proposeTerm(),
  );
  expect((await propose('Parcel lockers')).banner).toBe('Proposed. A coordinator decides, and you are told.');
  const { id, reference } = await proposal('Parcel lockers');
  expect((await toldOf('TermWasProposed', id)).people).toEqual([who.coordinator, who.second].sort());
  expect((await propose('PARCEL lockers', who.second)).messageBeside('name')).toContain(
    'proposed this word already',
  );
  expect((await desk('termProposals')).text).toContain('Three findings are about it');
  expect((await apply('termProposals', 'adopt-terms', [reference])).banner).toBe('All 1 done');
  const term = await database.db.term.findFirstOrThrow({ where: { slug: 'parcel-lockers' } });
  expect((await visit(paths.term(term.reference))).heading).toBe('Parcel lockers');
  expect(await toldOf('TermProposalWasAdopted', id)).toMatchObject({
    people: [who.member],
    paths: [paths.term(term.reference)],
  });
  expect((await propose('Parcel lockers')).messageBeside('name')).toBe(
    'There is a term of this name already.',
  );
});

test('declined with a reason that is told; decided once', async () => {
  await propose('Bad people');
  const { id, reference } = await proposal('Bad people');
  const bare = await apply('termProposals', 'decline-terms', [reference], { reason: '' });
  expect(bare.status).toBe(422);
  const both = await Promise.all([
    apply('termProposals', 'decline-terms', [reference], { reason: 'Too wide' }),
    apply('termProposals', 'adopt-terms', [reference]),
  ]);
  expect(both.map(({ banner }) => banner).sort()).toEqual(['0 done, 1 skipped', 'All 1 done']);
  const { reason, termId } = await proposal('Bad people');
  expect((termId === null) === (reason === 'Too wide')).toBe(true);
  if (termId === null) expect((await toldOf('TermProposalWasDeclined', id)).people).toEqual([who.member]);
});

test.each([
  [{ name: ' ' }, 'name', 'Enter the word you miss'],
  [{ name: '!!!' }, 'name', 'Enter a name with letters in it'],
  [{ why: '' }, 'why', 'Say what you would tag with it'],
  [{ scheme: 'colour' }, 'scheme', 'Choose what kind of term this is'],
])('%j is refused beside the field', async (over, field, message) => {
  const sent = await propose('Something', who.member, over);
  expect([sent.status, sent.messageBeside(field)]).toEqual([422, message]);
});

test('who takes no part proposes nothing', async () => {
  for (const as of [who.auditor, who.unverified, who.committee]) {
    expect((await visit(paths.proposeTerm(), { as })).status).toBe(403);
    expect((await propose('Mine', as)).status).toBe(403);
  }
});

test('a retired term names its successor, and twenty findings change over in bulk, and back', async () => {
  const [old, next, other] = [await makeTerm(), await makeTerm(), await makeTerm()];
  const findings = [];
  for (let place = 0; place < 20; place += 1) findings.push(await makeFinding({ title: `Old tag ${place}` }));
  await database.db.findingTerm.createMany({
    data: findings.flatMap(({ id }) => [old, other].map((one) => ({ findingId: id, termId: one.id }))),
  });
  const retire = (successor: string) =>
    send(
      paths.retireTerm(old.reference),
      { revision: '1', reason: 'Renamed', successor },
      { as: who.coordinator },
    );
  expect((await retire('no-such-term')).messageBeside('successor')).toContain('of the same kind');
  expect((await retire(old.slug)).messageBeside('successor')).toContain('of the same kind');
  expect((await retire(next.slug)).banner).toBe('Term retired');
  const page = await visit(paths.term(old.reference));
  expect(page.links.map(({ href }) => href)).toContain(paths.term(next.reference));
  const items = findings.map(({ reference }) => reference);
  expect((await desk('retagging')).text).toContain(`${old.name} → ${next.name}`);
  const done = await apply('retagging', 'retag-findings', items);
  expect(done.banner).toBe('All 20 done');
  const tagged = (termId: string) => database.db.findingTerm.count({ where: { termId } });
  expect(await Promise.all([old, next, other].map(({ id }) => tagged(id)))).toEqual([0, 20, 20]);
  await send(`${done.location ?? ''}/undo`, {}, { as: who.coordinator });
  expect(await Promise.all([old, next, other].map(({ id }) => tagged(id)))).toEqual([20, 0, 20]);
});
