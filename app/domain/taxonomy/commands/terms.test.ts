import { describe, expect, test } from 'vitest';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { isoDay } from '../../uk-time';
import { loadTermChoices } from '../queries/term-choices.server';
import { termForEdit } from '../queries/term-for-edit.server';
import { termLists } from '../queries/term-lists.server';
import { termPage } from '../queries/term-page.server';
import { addTerm } from './add-term.server';
import { bringBackTerm } from './bring-back-term.server';
import { retireTerm } from './retire-term.server';
import { reviseTerm } from './revise-term.server';

const store = useDatabase();
const visitor = { kind: 'visitor', asOf: new Date() } as const;

const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);
const words = {
  name: 'Courier fraud',
  definition: 'By phone and at the door.',
  aliases: 'door scams\n\ndoor scams',
  source: '',
  changeNote: 'Clearer',
};

describe('a new wording', () => {
  test('stands at once and leaves the old one readable', async () => {
    const term = await makeTerm({ name: 'Doorstep fraud' });
    await moveClock('40 days');
    const actor = await coordinator();
    const outcome = await run(reviseTerm, actor, { reference: term.reference, revision: 1, ...words });
    expect(outcome).toEqual({ kind: 'done', value: { reference: term.reference } });
    const page = await ask(termPage, actor, { reference: term.reference });
    expect(page).toMatchObject({ name: 'Courier fraud', aliases: ['door scams'], revision: 2 });
    expect(page?.versions.map(({ number, name }) => [number, name])).toEqual([
      [2, 'Courier fraud'],
      [1, 'Doorstep fraud'],
    ]);
    const then = await ask(termPage, actor, { reference: term.reference, on: isoDay(term.createdAt) });
    expect(then).toMatchObject({ name: 'Doorstep fraud', aliases: [], enteredSince: false });
    expect(then?.versions).toHaveLength(1);
    expect(then?.asOf?.wording?.name).toBe('Doorstep fraud');
    const facts = await store.db.fact.findMany({
      where: { nounId: term.id },
      select: { name: true, data: true },
    });
    expect(facts).toEqual([{ name: 'TermWasRevised', data: { version: 2 } }]);
  });

  test('on top of somebody else’s is refused as stale', async () => {
    const term = await makeTerm();
    const actor = await coordinator();
    const sent = { reference: term.reference, revision: 1, ...words };
    await run(reviseTerm, actor, sent);
    const second = await run(reviseTerm, actor, { ...sent, name: 'Another' });
    expect(second).toMatchObject({ kind: 'refused', refusal: { name: 'TermWasChanged', stale: true } });
  });

  test('two at once: one wins, none is lost', async () => {
    const term = await makeTerm();
    const actor = await coordinator();
    const sent = (name: string) =>
      run(reviseTerm, actor, { reference: term.reference, revision: 1, ...words, name });
    const outcomes = await Promise.all([sent('One'), sent('Two')]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });

  test.each([
    [{ name: '' }, 'name', 'Enter a name'],
    [{ name: 'x'.repeat(121) }, 'name', 'Use 120 characters or fewer'],
    [{ changeNote: ' ' }, 'changeNote', 'Say what changes and why'],
  ])('%j is sent back with words beside the field', async (wrong, field, message) => {
    const term = await makeTerm();
    const outcome = await run(reviseTerm, await coordinator(), {
      reference: term.reference,
      revision: 1,
      ...words,
      ...wrong,
    });
    expect(outcome).toMatchObject({ kind: 'invalid', issues: [{ path: [field], message }] });
  });

  test('without any difference changes nothing', async () => {
    const term = await makeTerm({ name: 'Same', definition: 'Same.' });
    const same = { name: 'Same', definition: 'Same.', aliases: '', source: '', changeNote: 'None' };
    const outcome = await run(reviseTerm, await coordinator(), {
      reference: term.reference,
      revision: 1,
      ...same,
    });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { name: 'NothingChanged' } });
  });
});

test('only coordinators change terms, and a denied attempt stands in the history', async () => {
  const term = await makeTerm();
  const expert = await actorFor((await makePerson({ expert: true })).id);
  const sent = { reference: term.reference, revision: 1, ...words };
  expect(await run(reviseTerm, expert, sent)).toMatchObject({ kind: 'denied' });
  expect(await run(reviseTerm, visitor, sent)).toMatchObject({ kind: 'denied' });
  expect(await ask(termForEdit, expert, { reference: term.reference })).toBeNull();
  expect(await store.db.fact.count({ where: { nounId: term.id, name: 'AttemptWasDenied' } })).toBe(1);
});

test('a retired term can be read but not tagged with, until it is brought back', async () => {
  const term = await makeTerm();
  const actor = await coordinator();
  const isOffered = async () =>
    (await loadTermChoices(store.db, ['enabler'])).some(({ id }) => id === term.id);
  const { reference } = term;
  expect(await isOffered()).toBe(true);
  expect(await run(retireTerm, actor, { reference, revision: 1, reason: '' })).toMatchObject({
    kind: 'invalid',
  });
  await run(retireTerm, actor, { reference, revision: 1, reason: 'Nobody used it' });
  expect(await isOffered()).toBe(false);
  expect(await ask(termPage, visitor, { reference })).toMatchObject({
    retiredReason: 'Nobody used it',
  });
  expect(await run(reviseTerm, actor, { reference, revision: 2, ...words })).toMatchObject({
    refusal: { name: 'TermIsRetired' },
  });
  await run(bringBackTerm, actor, { reference });
  expect(await isOffered()).toBe(true);
  expect(await run(bringBackTerm, actor, { reference })).toMatchObject({ refusal: { name: 'TermIsInUse' } });
});

describe('a new term', () => {
  const added = { scheme: 'enabler', ...words, reviewBy: { day: '1', month: '3', year: '2027' } };

  test('is offered for tagging with its first version', async () => {
    const outcome = await run(addTerm, await coordinator(), { ...added, name: 'Mule accounts' });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const page = await ask(termPage, visitor, outcome.value);
    expect(page).toMatchObject({
      slug: 'mule-accounts',
      name: 'Mule accounts',
      reviewBy: new Date('2027-03-01'),
    });
    expect(page?.versions).toHaveLength(1);
    const lists = await ask(termLists, visitor, {});
    expect(lists?.schemes.find(({ scheme }) => scheme === 'enabler')?.terms.at(-1)?.name).toBe(
      'Mule accounts',
    );
  });

  test.each([
    [{ name: 'Corrupt insiders' }, 'TermExists'],
    [{ name: '!!!' }, 'NameHasNoLetters'],
  ])('%j is refused', async (wrong, name) => {
    expect(await run(addTerm, await coordinator(), { ...added, ...wrong })).toMatchObject({
      refusal: { name },
    });
  });
});

describe('the database itself', () => {
  test('keeps versions and terms', async () => {
    const term = await makeTerm();
    const where = { termId: term.id };
    await expect(store.db.termVersion.updateMany({ where, data: { name: 'Rewritten' } })).rejects.toThrow(
      /VersionIsKept/,
    );
    await expect(store.db.termVersion.deleteMany({ where })).rejects.toThrow(/VersionIsKept/);
    await expect(store.db.$executeRaw`DELETE FROM term WHERE id = ${term.id}::uuid`).rejects.toThrow();
  });

  test('refuses a retirement without a reason and an address with blanks', async () => {
    const { id } = await makeTerm();
    await expect(store.db.term.update({ where: { id }, data: { retiredAt: new Date() } })).rejects.toThrow(
      /term_retired_check/,
    );
    await expect(store.db.term.update({ where: { id }, data: { slug: 'not a slug' } })).rejects.toThrow(
      /term_slug_check/,
    );
  });
});
