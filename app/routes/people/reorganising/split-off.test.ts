import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { ukDay } from '~/domain/uk-time';
import { useDatabase } from '../../../../tests/support/database';
import { makeHoldings, makeSuccessor } from '../../../../tests/support/factories/holdings';
import { dayFields } from '../../../../tests/support/factories/information';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let [proposer, confirmer]: string[] = [];
let ministry: Awaited<ReturnType<typeof makeOrganisation>>;
let agency: Awaited<ReturnType<typeof makeSuccessor>>;
let held: Awaited<ReturnType<typeof makeHoldings>>;
let reference: string;

beforeAll(async () => {
  for (const to of [0, 1]) {
    const { id } = await makePerson({ roles: ['coordinator'] });
    if (to === 0) proposer = id;
    else confirmer = id;
  }
  ministry = await makeOrganisation({ name: 'Ministry of Coasts' });
  held = await makeHoldings(ministry.id);
  agency = await makeSuccessor('Coast Agency');
});

const propose = (over: Record<string, string>) =>
  send(
    paths.reorganise(ministry.reference),
    { kind: 'splitOff', basis: 'An order', ...dayFields('effectiveOn', ukDay(new Date())), ...over },
    { as: proposer },
  );
const page = (as = proposer) => visit(paths.reorganisation(reference), { as });
const offer = (kind: 'capability' | 'measure') =>
  send(paths.reorganisationItems(reference, kind), { which: 'all', to: agency.reference }, { as: proposer });
const step = (path: string, as = confirmer) => send(path, {}, { as });

test('is proposed with a successor beside it, which is offered nothing that nobody chose', async () => {
  expect((await propose({})).messageBeside('successors')).toBe('Name who takes over a part of it');
  const { location } = await propose({ successors: agency.reference });
  reference = (location ?? '').split('/').at(-1)?.replace('-', '') ?? '';
  const proposed = await page();
  expect(proposed.heading).toBe('Coast Agency splits off from Ministry of Coasts');
  expect(proposed.rows.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
    ['Ministry of Coasts', 'Goes on'],
    ['Coast Agency', 'Takes over a part'],
  ]);
  expect(proposed.text).toContain('Next: open a kind above and offer what is to go over.');
  expect(await store.db.handover.count()).toBe(0);
});

test('is confirmed once something is chosen, and lists that alone', async () => {
  for (const [organisation, person] of [
    [ministry, held.person],
    [agency, agency.owner],
  ] as const)
    await send(
      paths.reorganisationPerson(reference, organisation.reference),
      { person: person.reference },
      { as: proposer },
    );
  const confirm = paths.confirmReorganisation(reference);
  expect((await step(confirm)).errors).toEqual(['Say first which of the things below are to go over.']);
  for (const kind of ['capability', 'measure'] as const)
    expect((await offer(kind)).banner).toBe('Offered one');
  expect((await page()).text).not.toContain('Next:');
  const asked = await visit(confirm, { as: confirmer });
  expect(asked.text).toContain('it stays where it is, as does all that is not on this list.');
  expect(
    asked
      .$('main ul li')
      .map((_, line) => asked.$(line).text())
      .get(),
  ).toEqual(['1 capability', '1 measure']);
  expect((await step(confirm)).banner).toBe('Confirmed');
  expect((await visit(paths.organisation(ministry.reference), { as: proposer })).text).not.toContain(
    'Ends from',
  );
});

test('hands over what is accepted and goes on with the rest, open and able to take on more', async () => {
  const list = paths.handovers(reference);
  const complete = paths.completeReorganisation(reference);
  expect((await step(complete)).errors).toEqual(['2 things wait for an answer still.']);
  const measure = await visit(paths.handovers(reference, 'measure'), { as: agency.ownerId });
  const declined = { answer: 'declined', which: 'chosen', words: 'Not the coast' };
  const handovers = measure.$('input[name=handovers]').attr('value') ?? '';
  expect((await send(list, { ...declined, handovers }, { as: agency.ownerId })).banner).toBe('Declined 1');
  const accepted = await send(list, { answer: 'accepted', which: 'all' }, { as: agency.ownerId });
  expect(accepted.banner).toBe('Accepted 1');
  expect((await page()).text).toContain('Nothing is left to hand over. It can be completed.');
  expect((await visit(complete, { as: confirmer })).text).toContain(
    'Ministry of Coasts goes on with what was not handed over.',
  );
  expect((await step(complete)).banner).toContain('Completed');

  const owners = await Promise.all([
    store.db.capability.findUniqueOrThrow({ where: { id: held.capability.id } }),
    store.db.measure.findUniqueOrThrow({ where: { id: held.measure.id } }),
    store.db.team.findUniqueOrThrow({ where: { id: held.asking.teamId } }),
    store.db.organisation.findUniqueOrThrow({ where: { id: ministry.id } }),
  ]);
  expect([owners[0].ownerId, owners[1].organisationId, owners[2].organisationId, owners[3].closedAt]).toEqual(
    [agency.id, ministry.id, ministry.id, null],
  );
  expect(await store.db.$queryRaw`SELECT * FROM soundings.orphan`).toEqual([]);
  expect(await store.db.$queryRaw`SELECT * FROM soundings.organisation_heir`).toEqual([]);
  expect((await toldOf('ReorganisationWasCompleted', agency.id)).subjects).toEqual([
    'Completed: a part of Ministry of Coasts went over',
  ]);
});

test('both pages tell of it, neither as of something that ended, and it can be reorganised again', async () => {
  const drawn = 'A part of Ministry of Coasts went over to Coast Agency';
  for (const one of [ministry, agency]) {
    const shown = await visit(paths.organisation(one.reference), { as: held.person.id });
    expect(shown.$('figcaption').text()).toBe(drawn);
    expect(shown.text).not.toMatch(/Closed on|Ends from/);
  }
  const version = await store.db.organisationVersion.findFirstOrThrow({
    where: { organisationId: ministry.id },
    orderBy: { number: 'desc' },
  });
  expect(version.changeNote).toBe('Coast Agency split off');
  const again = await propose({ kind: 'rename', newName: 'Ministry of Land', successors: '' });
  expect(again.status).toBe(303);
});
