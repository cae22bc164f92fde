import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeCoordinator, makeOwner, type Owner } from '../../../../tests/support/factories/strategy-cast';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { jointSetNotices } from '../rules/priority-set-notices.server';
import { ask } from '../../query.server';
import { proposeJointSet } from '../../strategy/commands/joint/propose-joint-set.server';
import { publishJointSet } from '../../strategy/commands/joint/publish-joint-set.server';
import { reviseJointSet } from '../../strategy/commands/joint/revise-joint-set.server';
import { signJointSet } from '../../strategy/commands/joint/sign-joint-set.server';
import { withdrawJointSet } from '../../strategy/commands/joint/withdraw-joint-set.server';
import { jointSetPage } from '../../strategy/queries/joint-set-page.server';
import { jointSets } from '../../strategy/queries/joint-sets.server';
import { loadPriorityChoices } from '../../strategy/queries/priority-choices.server';
import { standingOf } from '../../strategy/joint/joint-set';

const store = useDatabase();
const visitorAt = () => ({ kind: 'visitor', asOf: new Date() }) as const;
let home: Owner;
let agency: Owner;
let police: Owner;
let reference = '';

const sent = (over: Record<string, unknown> = {}) => ({
  ...{ document: 'Shared aims', kind: 'outcome', startsWritten: '2026-10', priorities: 'Fraud\nQuiet ports' },
  ...{ owners: 'Office of Quiet\nagency for crime', note: '' },
  ...over,
});
const pageFor = async (actor: Actor) => ask(jointSetPage, actor, { reference });
const shown = async () => {
  const page = await pageFor(home.actor);
  if (!page) throw new Error('its owner reads it');
  return page;
};
const sign = async (owner: Owner, textHash?: string) =>
  run(signJointSet, owner.actor, {
    ...{ reference, organisation: owner.organisation.slug },
    textHash: textHash ?? (await shown()).textHash,
  });

beforeAll(async () => {
  home = await makeOwner('Office of Quiet');
  agency = await makeOwner('Agency for Crime');
  police = await makeOwner('Police of the North');
  reference = done(await run(proposeJointSet, home.actor, sent())).reference;
});

test('its standing follows from who signed the text as it is', () => {
  const owners = [
    { organisationId: 'a', signed: ['old', 'now'] },
    { organisationId: 'b', signed: ['old'] },
  ];
  const set = { publishedAt: null, withdrawnAt: null, owners };
  expect(standingOf({ ...set, textHash: 'old' })).toBe('signed');
  expect(standingOf({ ...set, textHash: 'now' })).toBe('draft');
  expect(standingOf({ ...set, textHash: 'now', owners: owners.slice(0, 1) })).toBe('draft');
  expect(standingOf({ ...set, textHash: 'old', withdrawnAt: new Date() })).toBe('withdrawn');
});

describe('a set of several owners', () => {
  test('is drafted by somebody who answers for a team, for organisations that exist, two at least', async () => {
    const member = await actorFor((await makePerson()).id);
    expect(ending(await run(proposeJointSet, member, sent()))).toBe('denied');
    expect(ending(await run(proposeJointSet, home.actor, sent({ owners: 'Office of Quiet\nNobody' })))).toBe(
      'OwnerIsUnknown',
    );
    expect(ending(await run(proposeJointSet, home.actor, sent({ owners: 'Office of Quiet' })))).toBe(
      'OwnersAreTooFew',
    );
    expect(ending(await run(proposeJointSet, home.actor, sent({ priorities: 'A\na' })))).toBe(
      'PrioritiesRepeat',
    );
  });

  test('asks which one is meant where two bear one name', async () => {
    const twin = await makeOwner('Agency for Crime');
    expect(ending(await run(proposeJointSet, home.actor, sent()))).toBe('OwnerIsAmbiguous');
    const owners = `Office of Quiet\n${twin.organisation.slug}`;
    expect(ending(await run(proposeJointSet, home.actor, sent({ owners })))).toBe('done');
  });

  test('is a draft that others do not know of and nobody ranks by', async () => {
    expect(await pageFor(police.actor)).toBeNull();
    expect(await pageFor(visitorAt())).toBeNull();
    expect((await pageFor(agency.actor))?.state).toBe('draft');
    expect((await ask(jointSets, police.actor, {}))?.sets).toEqual([]);
    expect((await ask(jointSets, agency.actor, {}))?.sets).toMatchObject([
      { document: 'Shared aims', standing: 'draft' },
    ]);
    expect(await ask(jointSets, visitorAt(), {})).toBeNull();
    const choices = await loadPriorityChoices(store.db, new Date());
    expect(choices.map(({ document }) => document)).not.toContain('Shared aims');
  });

  test('is not published until each owner signed, by command and by the database', async () => {
    done(await sign(home));
    expect(ending(await sign(home))).toBe('SignedAlready');
    expect(ending(await run(publishJointSet, home.actor, { reference }))).toBe('SignatureIsMissing');
    const { id } = await store.db.jointSet.findUniqueOrThrow({ where: { reference } });
    const row = {
      ...{ id, reference: 'ABCDEFGH', slug: 'forced', document: 'Shared aims', kind: 'outcome' as const },
      ...{
        startsOn: new Date('2026-10-01'),
        startsWritten: '2026-10',
        createdAt: new Date(),
        jointSetId: id,
      },
    };
    await expect(store.db.prioritySet.create({ data: row })).rejects.toThrow(/SignatureIsMissing/);
  });

  test('is signed only by who answers for the owner, and only as shown', async () => {
    expect(ending(await sign(agency, '0'.repeat(64)))).toBe('TextWasChanged');
    const coordinator = await makeCoordinator();
    const { textHash } = await shown();
    const forAgency = { reference, organisation: agency.organisation.slug, textHash };
    for (const actor of [coordinator, home.actor])
      expect(ending(await run(signJointSet, actor, forAgency))).toBe('denied');
    expect(ending(await run(signJointSet, police.actor, forAgency))).toBe('hidden');
  });

  test('a change takes every signature away; the ones before stay as they were', async () => {
    const before = await shown();
    expect(ending(await run(reviseJointSet, police.actor, { ...sent(), reference, revision: 1 }))).toBe(
      'hidden',
    );
    const owners = `Office of Quiet\n${agency.organisation.slug}`;
    const priorities = 'Fraud\nQuiet ports\nSafe children';
    const changed = { ...sent({ priorities, owners }), reference, revision: before.revision };
    done(await run(reviseJointSet, agency.actor, changed));
    expect(ending(await run(reviseJointSet, agency.actor, changed))).toBe('JointSetWasChanged');
    const after = await shown();
    expect(after.textHash).not.toBe(before.textHash);
    expect(after.owners.map(({ signed, signedBefore }) => [signed, signedBefore])).toEqual([
      [false, false],
      [false, true],
    ]);
    await expect(store.db.jointSetSignature.deleteMany()).rejects.toThrow(/SignatureIsKept/);
    expect(ending(await sign(home, before.textHash))).toBe('TextWasChanged');
  });

  test('signed by all it is published exactly so, and is frozen', async () => {
    done(await sign(home));
    expect((await shown()).may.publish).toBe(false);
    done(await sign(agency));
    expect(await shown()).toMatchObject({ state: 'signed', may: { publish: true, signFor: [] } });
    const { slug } = done(await run(publishJointSet, agency.actor, { reference }));
    const set = await store.db.prioritySet.findUniqueOrThrow({
      where: { slug },
      include: { priorities: true },
    });
    expect(set.priorities.map(({ name }) => name)).toEqual(['Fraud', 'Quiet ports', 'Safe children']);
    expect((await pageFor(visitorAt()))?.state).toBe('published');
    const where = { id: set.id };
    await expect(store.db.prioritySet.update({ where, data: { note: 'More' } })).rejects.toThrow(
      /SignedTextIsKept/,
    );
    const [first] = set.priorities;
    await expect(
      store.db.priority.update({ where: { id: first?.id ?? '' }, data: { name: 'Other' } }),
    ).rejects.toThrow(/SignedTextIsKept/);
    await expect(store.db.jointSet.update({ where, data: { note: 'More' } })).rejects.toThrow(
      /JointSetIsClosed/,
    );
    await expect(store.db.jointSetOwner.deleteMany()).rejects.toThrow(/JointSetIsClosed/);
    expect(ending(await run(publishJointSet, agency.actor, { reference }))).toBe('JointSetIsClosed');
    expect(ending(await run(reviseJointSet, home.actor, { ...sent(), reference, revision: 2 }))).toBe(
      'JointSetIsClosed',
    );
  });

  test('is withdrawn with a reason by an owner, and is then in force no more', async () => {
    expect(ending(await run(withdrawJointSet, home.actor, { reference, reason: ' ' }))).toBe('invalid');
    expect(ending(await run(withdrawJointSet, police.actor, { reference, reason: 'No' }))).toBe('denied');
    done(await run(withdrawJointSet, home.actor, { reference, reason: 'Overtaken' }));
    expect(await shown()).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'Overtaken',
      may: { withdraw: false },
    });
    expect(ending(await run(withdrawJointSet, home.actor, { reference, reason: 'Again' }))).toBe(
      'JointSetIsClosed',
    );
    const choices = await loadPriorityChoices(store.db, new Date());
    expect(choices.find(({ document }) => document === 'Shared aims')?.current).toBe(false);
  });

  test('those who may sign are told of each step', async () => {
    for (const rule of jointSetNotices) {
      const { id } = await store.db.jointSet.findUniqueOrThrow({ where: { reference } });
      const fact = await store.db.fact.findFirstOrThrow({ where: { name: rule.fact, nounId: id } });
      const told = await rule.tell({ db: store.db, fact } as never);
      expect([...(told?.personIds ?? [])].sort()).toEqual([home.id, agency.id].sort());
    }
  });
});
