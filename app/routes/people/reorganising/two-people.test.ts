import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { ukDay } from '~/domain/uk-time';
import { useDatabase } from '../../../../tests/support/database';
import { dayFields } from '../../../../tests/support/factories/information';
import { makeHoldings, makeSuccessor } from '../../../../tests/support/factories/holdings';
import { makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let proposer: string;
let confirmer: string;
let third: string;

beforeAll(async () => {
  proposer = (await makePerson({ roles: ['coordinator'] })).id;
  confirmer = (await makePerson({ roles: ['coordinator'] })).id;
  third = (await makePerson({ roles: ['coordinator'] })).id;
});

type Made = { id: string; reference: string };

async function closing(ending: Made, ...successors: Made[]): Promise<string> {
  const sent = { kind: 'close', basis: 'The Act', ...dayFields('effectiveOn', ukDay(new Date())) };
  const named = { successors: successors.map(({ reference }) => reference).join(' ') };
  const { location } = await send(
    paths.reorganise(ending.reference),
    { ...sent, ...named },
    { as: proposer },
  );
  return (location ?? '').split('/').at(-1)?.replace('-', '') ?? '';
}
const name = (reorganisation: string, organisation: Made, person: { reference: string }) =>
  send(
    paths.reorganisationPerson(reorganisation, organisation.reference),
    { person: person.reference },
    { as: proposer },
  );
const confirm = (reorganisation: string) =>
  send(paths.confirmReorganisation(reorganisation), {}, { as: confirmer });
const accept = (reorganisation: string, as: string, words = '') =>
  send(paths.handovers(reorganisation), { answer: 'accepted', which: 'all', words }, { as });
const MESSAGE = 'so somebody else has to accept';

describe('a successor that has nobody yet', () => {
  let old: Made;
  let newborn: Made;
  let held: Awaited<ReturnType<typeof makeHoldings>>;
  let reference: string;

  beforeAll(async () => {
    old = await makeOrganisation({ name: 'Old Office' });
    held = await makeHoldings(old.id);
    newborn = await makeOrganisation({ name: 'Newborn Office' });
    reference = await closing(old, newborn);
  });

  test('is not given whoever hands over, on the page or past it', async () => {
    expect((await name(reference, old, held.person)).banner).toBe('Named');
    const page = await visit(paths.reorganisationPerson(reference, newborn.reference), { as: proposer });
    expect(page.text).toContain('Nobody both hands over and accepts.');
    expect(page.text).toContain(
      'name nobody: then a coordinator who did not propose this accepts in its place',
    );
    expect(page.text).not.toContain(held.person.name);
    expect((await name(reference, newborn, held.person)).messageBeside('person')).toBe(
      `They hand over for Old Office, ${MESSAGE}`,
    );
    const data = { personId: held.person.id };
    await expect(
      store.db.reorganisationPart.updateMany({ where: { organisationId: newborn.id }, data }),
    ).rejects.toThrow('HandsOverAndAccepts');
  });

  test('is confirmed without a person; a coordinator who did not propose it is asked and told', async () => {
    const at = paths.reorganisation(reference);
    const page = await visit(at, { as: confirmer });
    expect(page.text).toContain('Nobody of its own: a coordinator accepts, and says why');
    expect(page.text).not.toContain('Next: name a person');
    expect((await confirm(reference)).banner).toBe('Confirmed');
    const told = await toldOf('ReorganisationWasConfirmed', newborn.id);
    expect(told.people).toContain(third);
    expect(told.people).not.toContain(proposer);
    const waits = async (as: string) =>
      (await visit(paths.home(), { as })).links.some(({ href }) => href === paths.handovers(reference));
    expect([await waits(third), await waits(proposer), await waits(held.person.id)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('whoever hands over or proposed cannot accept; a coordinator says why', async () => {
    const handing = await visit(paths.handovers(reference), { as: held.person.id });
    expect([handing.status, handing.text.includes('You are named as who hands over')]).toEqual([403, true]);
    expect((await accept(reference, proposer)).status).toBe(403);
    const page = await visit(paths.handovers(reference), { as: confirmer });
    expect(page.text).toContain('Newborn Office has nobody who could accept but whoever hands over.');
    const silent = await accept(reference, confirmer);
    expect(silent.messageBeside('words')).toBe('Say why you accept in the place of the successor');
    const [open] = await store.db.handover.findMany({ where: { toId: newborn.id }, take: 1 });
    await expect(
      store.db.handover.update({
        where: { id: open?.id ?? '' },
        data: { answer: 'accepted', answeredById: held.person.id, answeredAt: new Date() },
      }),
    ).rejects.toThrow('HandsOverAndAccepts');
    expect((await accept(reference, confirmer, 'It opens today')).banner).toMatch(/^Accepted \d+$/);
    const said = await store.db.handover.findMany({ where: { toId: newborn.id }, distinct: ['words'] });
    expect(said.map(({ words, answeredById }) => [words, answeredById])).toEqual([
      ['It opens today', confirmer],
    ]);
  });

  test('has people of its own once their team came over: from then on no coordinator stands in', async () => {
    expect((await visit(paths.handovers(reference), { as: confirmer })).status).toBe(403);
  });
});

describe('a successor that has people', () => {
  test('answers by them alone, though one of them hands over for what ends', async () => {
    const old = await makeOrganisation({ name: 'Former Office' });
    const heir = await makeSuccessor('Heir Office');
    const both = await makePerson({ organisationId: old.id });
    await makeTeam({
      organisationId: heir.id,
      members: [{ personId: both.id, roles: ['seniorResponsibleOwner'] }],
    });
    await makeHoldings(old.id);
    const reference = await closing(old, heir);
    expect((await name(reference, heir, both)).banner).toBe('Named');
    expect((await name(reference, old, both)).messageBeside('person')).toBe(
      'They accept for Heir Office, so somebody else has to hand over',
    );
    await name(reference, heir, heir.owner);
    expect((await name(reference, old, both)).banner).toBe('Named');
    expect((await confirm(reference)).banner).toBe('Confirmed');
    expect((await accept(reference, confirmer, 'In its place')).status).toBe(403);
    expect((await accept(reference, both.id)).status).toBe(403);
    expect((await accept(reference, heir.ownerId)).banner).toMatch(/^Accepted/);
  });
});
