import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { ukDay } from '~/domain/uk-time';
import { useDatabase } from '../../../../tests/support/database';
import { makeHoldings, makeSuccessor } from '../../../../tests/support/factories/holdings';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let proposer: string;
let confirmer: string;
let member: string;
let auditor: string;

beforeAll(async () => {
  proposer = (await makePerson({ name: 'Pat Proposer', roles: ['coordinator'] })).id;
  confirmer = (await makePerson({ name: 'Con Firmer', roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  member = (await makePerson()).id;
});

const day = () => {
  const today = ukDay(new Date());
  return {
    'effectiveOn.day': String(today.getUTCDate()),
    'effectiveOn.month': String(today.getUTCMonth() + 1),
    'effectiveOn.year': String(today.getUTCFullYear()),
  };
};

test('a place that no list has is refused, and is no fault', async () => {
  for (const after of ['%00', 'x'.repeat(500), "'%20OR%201=1"])
    expect((await visit(`/reorganisations?after=${after}`, { as: proposer })).status).toBe(400);
});

describe('two forces merge', () => {
  let north: { id: string; reference: string };
  let south: { id: string; reference: string };
  let union: Awaited<ReturnType<typeof makeSuccessor>>;
  let held: Awaited<ReturnType<typeof makeHoldings>>;
  let at: string;
  let reference: string;

  beforeAll(async () => {
    north = await makeOrganisation({ name: 'Northshire Police', kind: 'police-force' });
    south = await makeOrganisation({ name: 'Southshire Police', kind: 'police-force' });
    held = await makeHoldings(north.id);
    await makePerson({ name: 'Sue South', organisationId: south.id });
    union = await makeSuccessor('Midshire Police');
  });

  test('is proposed by a coordinator on a page that says what they hold', async () => {
    const form = paths.reorganise(north.reference);
    expect((await visit(form)).location).toContain(paths.signIn());
    for (const as of [member, auditor]) expect((await visit(form, { as })).status).toBe(403);
    expect((await visit(paths.organisation(north.reference), { as: proposer })).links).toContainEqual({
      text: 'Reorganise',
      href: form,
    });
    const page = await visit(form, { as: proposer });
    expect(page.text).toContain('1 team');
    const sent = { kind: 'merge', basis: 'The Police Act', ...day() };
    const wrong = await send(form, sent, { as: proposer });
    expect([wrong.status, wrong.messageBeside('successors'), wrong.lostErrors]).toEqual([
      422,
      'Name one successor',
      [],
    ]);
    expect(wrong.fields['basis']).toBe('The Police Act');
    const done = await send(
      form,
      { ...sent, successors: union.reference, others: south.reference },
      { as: proposer },
    );
    expect(done.banner).toBe('Proposed. Nothing changes until another person confirms it');
    at = done.location ?? '';
    reference = at.split('/').at(-1)?.replace('-', '') ?? '';
  });

  test('is the coordinators’ and the auditor’s until another confirms it, with a person for each', async () => {
    const page = await visit(at, { as: proposer });
    expect(page.heading).toBe('Northshire Police and Southshire Police merge into Midshire Police');
    expect(page.text).toContain('Another coordinator or an administrator has to confirm what you proposed.');
    expect(page.text).toMatch(/Proposed from \d+ \w+ \d{4}/);
    expect(page.text).toContain(
      'Next: name a person for Northshire Police, and for Southshire Police, and for Midshire Police.',
    );
    expect((await visit(at, { as: auditor })).text).not.toContain('Next:');
    const task = { text: 'Confirm a reorganisation: Northshire Police and Southshire Police', href: at };
    expect((await visit(paths.home(), { as: confirmer })).links).toContainEqual(task);
    for (const as of [proposer, auditor, union.ownerId])
      expect((await visit(paths.home(), { as })).links).not.toContainEqual(task);
    expect(await deadLinks(page, { as: proposer })).toEqual([]);
    expect((await visit(at, { as: auditor })).status).toBe(200);
    for (const as of [member, union.ownerId]) expect((await visit(at, { as })).status).toBe(404);
    expect((await visit(paths.reorganisations(), { as: union.ownerId })).text).toContain(
      'None that you take part in',
    );
    expect((await visit(paths.organisation(north.reference), { as: member })).text).not.toContain('Midshire');
    expect((await visit(paths.confirmReorganisation(reference), { as: proposer })).status).toBe(403);
    const early = await send(paths.confirmReorganisation(reference), {}, { as: confirmer });
    expect(early.errors).toEqual(['Name a person for each of the organisations first.']);
    const people = [
      [north, held.person],
      [south, await store.db.person.findFirstOrThrow({ where: { name: 'Sue South' } })],
      [union, union.owner],
    ] as const;
    for (const [organisation, person] of people) {
      const form = paths.reorganisationPerson(reference, organisation.reference);
      expect((await send(form, { person: '' }, { as: proposer })).messageBeside('person')).toBe(
        'Choose a person',
      );
      expect((await send(form, { person: person.reference }, { as: proposer })).banner).toBe('Named');
    }
    expect((await toldOf('ReorganisationWasProposed', north.id)).subjects).toEqual([
      'To be confirmed: what becomes of Northshire Police and Southshire Police',
    ]);
    expect((await visit(paths.confirmReorganisation(reference), { as: confirmer })).text).toContain(
      '1 capability',
    );
    expect((await send(paths.confirmReorganisation(reference), {}, { as: confirmer })).banner).toBe(
      'Confirmed',
    );
    expect((await visit(at, { as: proposer })).text).not.toContain('Next: name a person');
    expect((await visit(paths.home(), { as: confirmer })).text).not.toContain('Confirm a reorganisation');
    const told = await toldOf('ReorganisationWasConfirmed', union.id);
    expect([told.people, told.paths]).toEqual([[union.ownerId], [paths.handovers(reference)]]);
    expect((await toldOf('ReorganisationWasConfirmed', north.id)).people).toEqual([held.person.id]);
  });

  test('until it is accepted each page says who holds it', async () => {
    const team = await store.db.team.findUniqueOrThrow({ where: { id: held.asking.teamId } });
    const page = await visit(paths.team(team.reference), { as: member });
    expect(page.text).toContain(
      `to be handed over from Northshire Police to Midshire Police. Until that is accepted ${held.person.name} holds it.`,
    );
    expect((await visit(paths.completeReorganisation(reference), { as: proposer })).text).toContain(
      'Still held:',
    );
    const early = await send(paths.completeReorganisation(reference), {}, { as: proposer });
    expect([early.status, early.errors[0]]).toEqual([
      422,
      expect.stringMatching(/^\d+ things are still held/),
    ]);
  });

  test('the receiving side answers on its own page, one by one or all', async () => {
    const list = paths.handovers(reference);
    const tasks = async (as: string) =>
      (await visit(paths.home(), { as })).links.filter(
        ({ text, href }) => href === list && text.startsWith('Accept or decline what is handed over'),
      ).length;
    expect([await tasks(union.ownerId), await tasks(proposer), await tasks(held.person.id)]).toEqual([
      1, 0, 0,
    ]);
    expect((await visit(paths.home(), { as: union.ownerId })).text).toMatch(
      /is handed over: Northshire Police and Southshire PoliceBy \d+ \w+ \d{4}(?! at)/,
    );
    expect((await visit(list, { as: proposer })).status).toBe(403);
    expect((await visit(list, { as: member })).status).toBe(404);
    const mine = await visit(paths.reorganisations(), { as: union.ownerId });
    expect(mine.links.some(({ href }) => href === list)).toBe(true);
    const page = await visit(paths.handovers(reference, 'capability'), { as: union.ownerId });
    expect(page.rows.map((row) => row[1])).toEqual([held.capability.name]);
    expect(await deadLinks(page, { as: union.ownerId })).toEqual([]);
    const id = page.$('input[name=handovers]').attr('value') ?? '';
    const none = await send(list, { answer: 'accepted', which: 'chosen' }, { as: union.ownerId });
    expect(none.errors).toEqual(['Choose at least one that is not answered yet.']);
    const silent = await send(
      list,
      { answer: 'declined', which: 'chosen', handovers: id },
      { as: union.ownerId },
    );
    expect(silent.messageBeside('words')).toBe('Say why, for whoever has to find another');
    const declined = await send(
      list,
      { answer: 'declined', which: 'chosen', handovers: id, words: 'Nobody here can run it' },
      { as: union.ownerId },
    );
    expect(declined.banner).toBe('Declined 1');
    expect((await toldOf('HandoversWereDeclined', north.id)).people).toContain(proposer);
    expect((await visit(at, { as: proposer })).text).toMatch(/Next: offer to a successor .*1 capability\./);
    const items = paths.reorganisationItems(reference, 'capability');
    expect((await visit(items, { as: proposer })).text).toContain('Nobody here can run it');
    expect((await send(items, { which: 'all', to: '' }, { as: proposer })).messageBeside('to')).toBe(
      'Choose a successor',
    );
    expect((await send(items, { which: 'all', to: union.reference }, { as: proposer })).banner).toBe(
      'Offered one',
    );
    expect((await toldOf('HandoversWereOffered', union.id)).people).toEqual([union.ownerId]);
    const all = await send(list, { answer: 'accepted', which: 'all' }, { as: union.ownerId });
    expect(all.banner).toMatch(/^Accepted \d+$/);
    expect((await visit(list, { as: union.ownerId })).text).toContain('Nothing waits for your answer.');
    expect(await tasks(union.ownerId)).toBe(0);
    expect((await visit(at, { as: proposer })).text).toContain('Nothing is left to hand over.');
  });

  test('every page says from whom it came; the old names, pages and searches lead on', async () => {
    expect((await send(paths.completeReorganisation(reference), {}, { as: confirmer })).banner).toContain(
      'Completed',
    );
    expect((await visit(paths.completeReorganisation(reference), { as: confirmer })).status).toBe(403);
    const line = /handed over from Northshire Police to Midshire Police on \d+ \w+ \d{4}\./;
    const team = await store.db.team.findUniqueOrThrow({ where: { id: held.asking.teamId } });
    const set = await store.db.prioritySet.findUniqueOrThrow({ where: { id: held.setId } });
    const framework = await store.db.framework.findFirstOrThrow({
      where: { items: { some: { id: held.item.id } } },
    });
    for (const path of [
      paths.team(team.reference),
      paths.question(held.question.reference),
      paths.group(held.group.reference),
      paths.capability(held.capability.reference),
      paths.measureRecord(held.measure.reference),
      paths.dataset(held.dataset.reference),
      paths.prioritySet(set.slug),
      paths.framework(framework.slug),
      paths.responsibilitySubject('threatArea', held.term.reference),
    ])
      expect((await visit(path, { as: held.asking.ownerId })).text, path).toMatch(line);
    expect((await visit(paths.ledgerLine(held.line.reference), { as: proposer })).text).toMatch(line);
    const old = await visit(paths.organisation(north.reference), { as: member });
    expect(old.text).toMatch(/Closed on \d+ \w+ \d{4}\. Followed by Midshire Police\./);
    expect(old.rows[0]?.slice(1, 4)).toEqual([
      'Merged',
      'Northshire Police, Southshire Police',
      'Midshire Police',
    ]);
    expect(await deadLinks(old, { as: member })).toEqual([]);
    expect(old.text).not.toContain('No team yet');
    expect((await visit(paths.organisations(), { as: member })).links).toContainEqual({
      text: 'Reorganisations',
      href: paths.reorganisations(),
    });
    const now = await visit(paths.organisation(union.reference), { as: member });
    expect(now.links).toContainEqual({
      text: 'Northshire Police',
      href: paths.organisation(north.reference),
    });
    const found = await visit(`${paths.organisations()}?q=northshire`, { as: member });
    expect(found.rows.map(([name]) => name)).toEqual([
      'Midshire Police InventedFormerly Northshire Police, Southshire Police',
    ]);
    const [entry] = await store.db.$queryRaw<{ text: string }[]>`
      SELECT text FROM directory_entry WHERE subject = ${union.id}::uuid`;
    expect(entry?.text).toContain('Northshire Police');
    expect((await visit(paths.reorganise(north.reference), { as: proposer })).status).toBe(404);
  });
});

describe('a new name, and a proposal that is withdrawn', () => {
  test('holds at once, and the former one is shown and found', async () => {
    const own = await makeOrganisation({ name: 'Office of Old' });
    const sent = { kind: 'rename', newName: 'Office of New', basis: 'An order', ...day() };
    const { location } = await send(paths.reorganise(own.reference), sent, { as: proposer });
    const reference = (location ?? '').split('/').at(-1)?.replace('-', '') ?? '';
    expect((await visit(location ?? '', { as: confirmer })).heading).toBe(
      'Office of Old: new name Office of New',
    );
    expect((await send(paths.confirmReorganisation(reference), {}, { as: confirmer })).status).toBe(303);
    const page = await visit(paths.organisation(own.reference), { as: member });
    expect(page.heading).toBe('Office of New');
    expect(page.text).toMatch(/Known as Office of Old until \d+ \w+ \d{4}\./);
    const found = await visit(`${paths.organisations()}?q=of+old`, { as: member });
    expect(found.rows.map(([name]) => name)).toEqual(['Office of New InventedFormerly Office of Old']);
  });

  test('is withdrawn with a reason', async () => {
    const own = await makeOrganisation();
    const heir = await makeOrganisation();
    const sent = { kind: 'close', successors: heir.reference, basis: 'An order', ...day() };
    const { location } = await send(paths.reorganise(own.reference), sent, { as: proposer });
    const reference = (location ?? '').split('/').at(-1)?.replace('-', '') ?? '';
    const form = paths.withdrawReorganisation(reference);
    expect((await visit(form, { as: member })).status).toBe(403);
    expect((await send(form, { reason: '' }, { as: proposer })).messageBeside('reason')).toBe(
      'Say why nothing comes of it',
    );
    expect((await send(form, { reason: 'It fell' }, { as: proposer })).banner).toContain('Withdrawn');
    expect((await visit(location ?? '', { as: auditor })).text).toContain('It fell');
  });
});
