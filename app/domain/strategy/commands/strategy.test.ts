import { describe, expect, test } from 'vitest';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makePriority, makePrioritySet } from '../../../../tests/support/factories/priorities';
import { useDatabase } from '../../../../tests/support/database';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { frameworkPage } from '../queries/framework-page.server';
import { loadPriorityChoices } from '../queries/priority-choices.server';
import { prioritySetPage } from '../queries/priority-set-page.server';
import { strategyOnDay } from '../queries/strategy-on-day.server';
import { addPrioritySet } from './add-priority-set.server';
import { redrawCrosswalk } from './redraw-crosswalk.server';
import { reviseFramework } from './revise-framework.server';
import { revisePrioritySet } from './revise-priority-set.server';

const store = useDatabase();
const visitor = { kind: 'visitor', asOf: new Date() } as const;

const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);

describe('the strategy on a day', () => {
  const on = async (day: string) => {
    const view = await ask(strategyOnDay, visitor, { on: day });
    if (!view) throw new Error('there is always a strategy page');
    const kind = (name: string) => view.kinds.find((one) => one.kind === name);
    return { view, kind };
  };

  test('in 2017 that of 2013 and the threats of 2016', async () => {
    const { view, kind } = await on('2017-06-01');
    expect(view.frameworks.map(({ slug }) => slug)).toEqual(['soc-strategy-2013']);
    expect(kind('threat')?.current.map(({ slug }) => slug)).toEqual(['nca-nsa-2016']);
    expect(kind('policing')).toMatchObject({ current: [], last: null });
  });

  test('in 2026 a list that is unknown and kinds whose last list has ended', async () => {
    const { kind } = await on('2026-11-21');
    expect(kind('system')?.current).toMatchObject([
      { slug: 'hs-2024-25', standing: 'unknown', priorities: [] },
    ]);
    expect(kind('threat')).toMatchObject({ current: [], last: { slug: 'nca-2018-19' } });
  });
});

describe('a new priority set', () => {
  const sent = {
    document: 'Interim priorities 2026',
    kind: 'outcome',
    startsWritten: '2026-10',
    priorities: 'Fewer victims\nCyber crime\n',
    changeNote: 'Published today',
  };

  test('is in force at once, and a priority that is a threat area leads to it', async () => {
    const outcome = await run(addPrioritySet, await coordinator(), sent);
    expect(outcome).toEqual({ kind: 'done', value: { slug: 'interim-priorities-2026-2026-10' } });
    const page = await ask(prioritySetPage, visitor, { slug: 'interim-priorities-2026-2026-10' });
    expect(page).toMatchObject({ inForce: true, standing: 'current' });
    expect(page?.priorities.map(({ name, term }) => [name, term?.slug])).toEqual([
      ['Fewer victims', undefined],
      ['Cyber crime', 'cyber-crime'],
    ]);
    const choices = await loadPriorityChoices(store.db, new Date());
    expect(choices[0]).toMatchObject({
      slug: 'interim-priorities-2026-2026-10',
      current: true,
      when: 'October 2026 onwards',
    });
    expect(await run(addPrioritySet, await coordinator(), sent)).toMatchObject({
      refusal: { name: 'PrioritySetExists' },
    });
  });

  test('may be one whose list was not found', async () => {
    const unknown = { ...sent, document: 'Hidden plan', priorities: '', listUnknown: true };
    const outcome = await run(addPrioritySet, await coordinator(), unknown);
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(await ask(prioritySetPage, visitor, outcome.value)).toMatchObject({
      standing: 'unknown',
      priorities: [],
    });
  });

  test.each([
    [{ priorities: '' }, 'ListIsMissing'],
    [{ listUnknown: true }, 'ListIsKnown'],
    [{ priorities: 'Same\nsame' }, 'PrioritiesRepeat'],
    [{ endsWritten: '2025' }, 'EndIsBeforeStart'],
  ])('%j is refused', async (wrong, name) => {
    const outcome = await run(addPrioritySet, await coordinator(), { ...sent, document: 'Wrong', ...wrong });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { name } });
  });

  test.each([
    [{ startsWritten: 'soon' }, 'startsWritten'],
    [{ kind: 'other' }, 'kind'],
    [{ document: '' }, 'document'],
  ])('%j is sent back', async (wrong, field) => {
    expect(await run(addPrioritySet, await coordinator(), { ...sent, ...wrong })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: [field] }],
    });
  });
});

test('the end of a set is recorded when it is known, with a version', async () => {
  const set = await makePrioritySet();
  const actor = await coordinator();
  const sent = {
    reference: set.reference,
    revision: 1,
    startsWritten: '2026-01',
    endsWritten: '2026-02',
    changeNote: 'Replaced',
  };
  await run(revisePrioritySet, actor, sent);
  const page = await ask(prioritySetPage, actor, { slug: set.slug });
  expect(page).toMatchObject({ inForce: false, endsOn: new Date('2026-02-28'), revision: 2 });
  expect(page?.versions.map(({ changeNote }) => changeNote)).toEqual(['Replaced']);
  expect(await run(revisePrioritySet, actor, sent)).toMatchObject({ refusal: { stale: true } });
});

test('a framework keeps its former record as a version', async () => {
  const actor = await coordinator();
  const slug = 'soc-strategy-2018';
  const before = await ask(frameworkPage, actor, { slug });
  const sent = {
    reference: before?.reference,
    revision: before?.revision,
    startsWritten: '2018-11-01',
    endsWritten: '2023-12',
    note: 'Day found',
    changeNote: 'Better date',
  };
  expect(await run(reviseFramework, actor, sent)).toEqual({ kind: 'done', value: { slug } });
  const after = await ask(frameworkPage, actor, { slug });
  expect(after?.startsWritten).toBe('2018-11-01');
  expect(after?.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect(await run(reviseFramework, actor, sent)).toMatchObject({ refusal: { stale: true } });
});

describe('a crosswalk', () => {
  test('is redrawn under a new number; the one before stays', async () => {
    const set = await makePrioritySet();
    const actor = await coordinator();
    const [first] = set.priorities;
    const sent = {
      reference: set.reference,
      number: 0,
      pairs: [`${first?.reference}:fraud`, `${first?.reference}:cyber-crime`],
      verified: 'no',
      note: 'A proposal',
    };
    await run(redrawCrosswalk, actor, sent);
    expect(await run(redrawCrosswalk, actor, sent)).toMatchObject({
      refusal: { name: 'CrosswalkWasRedrawn' },
    });
    await run(redrawCrosswalk, actor, {
      ...sent,
      number: 1,
      pairs: `${first?.reference}:fraud`,
      verified: 'yes',
    });
    const page = await ask(prioritySetPage, actor, { slug: set.slug });
    expect(
      page?.crosswalks.map(({ number, verified, entries }) => [number, verified, entries.length]),
    ).toEqual([
      [2, true, 1],
      [1, false, 2],
    ]);
  });

  test.each([['22222222:fraud'], ['fraud'], ["'; --"]])('%j is no pair of the set', async (pair) => {
    const set = await makePrioritySet();
    const sent = { reference: set.reference, number: 0, pairs: [pair], verified: 'no', note: 'Wrong' };
    const outcome = await run(redrawCrosswalk, await coordinator(), sent);
    expect(['invalid', 'refused']).toContain(outcome.kind);
  });

  test('never maps the priority of another set, whoever asks', async () => {
    const set = await makePrioritySet();
    const foreign = await makePriority();
    const crosswalk = await store.db.crosswalk.create({
      data: {
        id: foreign.id,
        prioritySetId: set.id,
        verified: false,
        holdsFrom: new Date(),
        recordedAt: new Date(),
      },
    });
    const term = await store.db.term.findFirstOrThrow();
    const data = { crosswalkId: crosswalk.id, priorityId: foreign.id, termId: term.id };
    await expect(store.db.crosswalkEntry.create({ data })).rejects.toThrow(/PriorityIsOfAnotherSet/);
    await expect(store.db.crosswalk.delete({ where: { id: crosswalk.id } })).rejects.toThrow(/VersionIsKept/);
  });
});

test('only coordinators keep the strategy', async () => {
  const set = await makePrioritySet();
  const author = await actorFor((await makePerson()).id);
  const sent = { reference: set.reference, number: 0, pairs: [], verified: 'no', note: 'Mine' };
  expect(await run(redrawCrosswalk, author, sent)).toMatchObject({ kind: 'denied' });
  expect(await run(redrawCrosswalk, visitor, sent)).toMatchObject({ kind: 'denied' });
});
