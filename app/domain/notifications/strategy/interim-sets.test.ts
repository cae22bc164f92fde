import { beforeAll, describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeCoordinator, makeOwner, type Owner } from '../../../../tests/support/factories/strategy-cast';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { dueInterimSets } from '../due-interim-sets.server';
import { recordDueFacts } from '../due-facts.server';
import { interimNotices } from '../rules/priority-set-notices.server';
import { ask } from '../../query.server';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { addInterimSet } from '../../strategy/commands/add-interim-set.server';
import { endInterimSet } from '../../strategy/commands/end-interim-set.server';
import { redrawCrosswalk } from '../../strategy/commands/redraw-crosswalk.server';
import { revisePrioritySet } from '../../strategy/commands/revise-priority-set.server';
import { loadPriorityChoices } from '../../strategy/queries/priority-choices.server';
import { prioritySetPage } from '../../strategy/queries/priority-set-page.server';
import { strategyOnDay } from '../../strategy/queries/strategy-on-day.server';
import { interimName, latestExpiry } from '../../strategy/interim/interim-form';

const store = useDatabase();

let owner: Owner;
let other: Owner;
let coordinator: Person;
const today = ukDay(new Date());
const inDays = (days: number) => isoDay(addDays(today, days));

beforeAll(async () => {
  [owner, other, coordinator] = [
    await makeOwner('North Force'),
    await makeOwner('South Force'),
    await makeCoordinator(),
  ];
});

const sent = (over: Record<string, unknown> = {}) => ({
  ...{
    team: owner.team.reference,
    document: 'Our aims',
    kind: 'threat',
    startsOn: inDays(0),
    expiresOn: inDays(60),
  },
  ...{ priorities: 'Illegal drugs\nQuiet streets', note: 'No national list is in force' },
  ...over,
});

test('its name says that it is interim, once', () => {
  expect(['Aims', 'Aims (interim)', 'Aims (Interim)'].map(interimName)).toEqual(
    Array(3).fill('Aims (interim)'),
  );
  expect(isoDay(latestExpiry(new Date('2028-02-29')))).toBe('2030-02-28');
  expect(isoDay(latestExpiry(new Date('2026-12-31')))).toBe('2028-12-31');
});

describe('an interim set', () => {
  test.each([
    ['too long', { expiresOn: isoDay(addDays(latestExpiry(today), 1)) }, 'ExpiryIsTooLate'],
    ['over before it starts', { startsOn: inDays(5), expiresOn: inDays(4) }, 'SetIsOver'],
    ['over already', { startsOn: inDays(-9), expiresOn: inDays(-1) }, 'SetIsOver'],
    ['without expiry', { expiresOn: '' }, 'invalid'],
    ['of equal priorities', { priorities: 'One\none' }, 'PrioritiesRepeat'],
  ])('%s is refused', async (_, over, expected) => {
    expect(ending(await run(addInterimSet, owner.actor, sent(over)))).toBe(expected);
  });

  test('is added by who answers for the team, nobody else', async () => {
    const member = await actorFor((await makePerson()).id);
    for (const actor of [other.actor, coordinator, member])
      expect(ending(await run(addInterimSet, actor, sent()))).toBe('denied');
    const { slug } = done(await run(addInterimSet, owner.actor, sent()));
    const page = await ask(prioritySetPage, await visitorNow(), { slug });
    expect(page).toMatchObject({ document: 'Our aims (interim)', inForce: true, interim: true });
    expect(page?.priorities.map(({ name, term }) => [name, term?.slug])).toEqual([
      ['Illegal drugs', 'illegal-drugs'],
      ['Quiet streets', undefined],
    ]);
    expect(ending(await run(addInterimSet, owner.actor, sent()))).toBe('PrioritySetExists');
  });

  test('is chosen by with every strategy archived, and says that it is interim wherever it stands', async () => {
    await store.db.$executeRaw`UPDATE framework SET ends_on = starts_on, ends_written = starts_written`;
    await store.db.$executeRaw`UPDATE priority_set SET ends_on = starts_on, ends_written = starts_written
      WHERE NOT interim`;
    await store.db.$executeRaw`ALTER TABLE framework_version DISABLE TRIGGER ALL`;
    await store.db.$executeRaw`ALTER TABLE priority_set_version DISABLE TRIGGER ALL`;
    await store.db.$executeRaw`DELETE FROM framework_version`;
    await store.db.$executeRaw`DELETE FROM priority_set_version v USING priority_set s
      WHERE s.id = v.priority_set_id AND NOT s.interim`;
    const view = await ask(strategyOnDay, await visitorNow(), {});
    expect(view?.frameworks).toEqual([]);
    const inForce = view?.kinds.flatMap(({ current }) => current) ?? [];
    expect(inForce.map(({ document, interim, owner: whose }) => [document, interim, whose])).toEqual([
      ['Our aims (interim)', true, 'North Force'],
    ]);
    const [first, ...rest] = await loadPriorityChoices(store.db, new Date());
    expect(first).toMatchObject({ document: 'Our aims (interim)', current: true });
    expect(rest.some(({ current }) => current)).toBe(false);
  });

  test('is mapped by its owner, and keeps an end whoever changes it', async () => {
    const set = await store.db.prioritySet.findFirstOrThrow({
      where: { interim: true },
      include: { priorities: true },
    });
    const second = set.priorities.find(({ name }) => name === 'Quiet streets');
    const pairs = [`${second?.reference}:fraud`];
    const mapping = { reference: set.reference, number: '0', pairs, verified: 'no', note: 'Ours' };
    expect(ending(await run(redrawCrosswalk, other.actor, mapping))).toBe('denied');
    done(await run(redrawCrosswalk, owner.actor, mapping));
    const revised = {
      reference: set.reference,
      revision: set.revision,
      startsWritten: inDays(0),
      changeNote: 'Open',
    };
    expect(ending(await run(revisePrioritySet, coordinator, revised))).toBe('InterimSetHasNoEnd');
    const broken = { data: { ...{ endsOn: null } }, where: { id: set.id } };
    await expect(store.db.prioritySet.update(broken)).rejects.toThrow(/interim_check/);
    const unnamed = { data: { document: 'Our aims' }, where: { id: set.id } };
    await expect(store.db.prioritySet.update(unnamed)).rejects.toThrow(/interim_check/);
  });

  test('tells its owner a month before it expires and when it has, each once', async () => {
    const names = async () => (await dueInterimSets(store.db)).map(({ name }) => name);
    expect(await names()).toEqual([]);
    await moveClock('31 days');
    expect(await names()).toEqual(['InterimSetIsExpiring']);
    await recordDueFacts();
    expect(await names()).toEqual([]);
    await moveClock('31 days');
    expect(await names()).toEqual(['InterimSetHasExpired']);
    const [rule] = interimNotices;
    const fact = await store.db.fact.findFirstOrThrow({ where: { name: 'InterimSetIsExpiring' } });
    const told = await rule?.tell({ db: store.db, fact } as never);
    expect(told).toMatchObject({ personIds: [owner.id] });
    expect(told?.subject).toMatch(/^Our aims \(interim\) expires on /);
  });

  test('is ended early by its owner alone, with the reason kept, and tells nobody that it expired', async () => {
    const { slug } = done(
      await run(
        addInterimSet,
        owner.actor,
        sent({ document: 'Short', startsOn: inDays(0), expiresOn: inDays(200) }),
      ),
    );
    const { reference } = await store.db.prioritySet.findUniqueOrThrow({ where: { slug } });
    const sentToo = { reference, reason: 'The national list came' };
    expect(ending(await run(endInterimSet, other.actor, sentToo))).toBe('denied');
    done(await run(endInterimSet, owner.actor, sentToo));
    expect(ending(await run(endInterimSet, owner.actor, sentToo))).toBe('InterimSetIsOver');
    const page = await ask(prioritySetPage, await visitorNow(), { slug });
    expect(page?.versions[0]?.changeNote).toBe('Ended early: The national list came');
    expect((await dueInterimSets(store.db)).filter(({ nounId }) => nounId === page?.id)).toEqual([]);
    const national = await store.db.prioritySet.findFirstOrThrow({ where: { interim: false } });
    expect(ending(await run(endInterimSet, coordinator, { ...sentToo, reference: national.reference }))).toBe(
      'hidden',
    );
  });
});
