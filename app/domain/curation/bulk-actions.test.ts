import { beforeAll, describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, makePerson } from '../../../tests/support/factories/people';
import { newId } from '~/platform/ids.server';
import type { Person } from '../actor';
import { run } from '../command.server';
import { newReference } from '../new-reference.server';
import { returnFinding } from '../knowledge/commands/return-finding.server';
import { saveFindingContent } from '../knowledge/commands/save-finding-content.server';
import { ask } from '../query.server';
import { applyBulkAction } from './apply-bulk-action.server';
import type { BulkActionName } from './bulk-action';
import { startBulkAction } from './commands/start-bulk-action.server';
import { undoBulkAction } from './commands/undo-bulk-action.server';
import { finishUndoing } from './finish-undoing.server';
import { bulkPreview } from './queries/bulk-preview.server';
import { bulkReport } from './queries/bulk-report.server';

const data = useDatabase();
let coordinator: Person;

beforeAll(async () => {
  coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
});

async function start(action: BulkActionName, items: string[], more: Record<string, unknown> = {}) {
  const outcome = await run(startBulkAction, coordinator, { action, items, ...more });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.reference;
}

async function bulk(action: BulkActionName, items: string[], more: Record<string, unknown> = {}) {
  const reference = await start(action, items, more);
  const applied = await applyBulkAction(coordinator, reference);
  return { reference, ...applied };
}

async function undo(reference: string) {
  const outcome = await run(undoBulkAction, coordinator, { reference });
  return outcome.kind === 'done' ? finishUndoing(coordinator, reference) : outcome;
}
const findingNow = (id: string) =>
  data.db.finding.findUniqueOrThrow({ where: { id }, include: { versions: true, terms: true } });
const submitted = () => makeFinding({ state: 'submitted' });

describe('findings to review', () => {
  test('are published, one is skipped with its reason, and all but the touched one go back', async () => {
    const [first, second, own] = [
      await submitted(),
      await submitted(),
      await makeFinding({ state: 'submitted', submittedById: coordinator.id }),
    ];
    const items = [first, second, own].map(({ reference }) => reference);
    const preview = await ask(bulkPreview, coordinator, { action: 'publish-findings', items });
    expect(preview?.lines.map(({ skipped }) => skipped)).toEqual([
      null,
      null,
      expect.stringContaining('Another coordinator'),
    ]);
    expect((await findingNow(first.id)).publishedAt).toBeNull();

    const { reference, done, skipped, why } = await bulk('publish-findings', items);
    expect({ done, skipped, why }).toEqual({
      done: 2,
      skipped: 1,
      why: expect.stringContaining('Another coordinator'),
    });
    expect((await findingNow(first.id)).publishedAt).not.toBeNull();
    const rater = await makePerson();
    const priority = await data.db.priority.findFirstOrThrow();
    await data.db.rating.create({
      data: {
        id: newId(),
        findingId: second.id,
        versionId: second.versionId,
        priorityId: priority.id,
        personId: rater.id,
        value: 4,
        certainty: 3,
        raterRole: 'policy',
        ratedAt: new Date(),
        changedAt: new Date(),
      },
    });

    expect(await undo(reference)).toMatchObject({ undone: 1, kept: 1 });
    expect(await findingNow(first.id)).toMatchObject({
      publishedAt: null,
      currentNumber: 0,
      versions: [{ publishedAt: null, publishedById: null }],
    });
    expect((await findingNow(second.id)).publishedAt).not.toBeNull();
    const report = await ask(bulkReport, coordinator, { reference });
    expect(report?.lines.map((line) => [line.outcome, line.undoOutcome, line.undoWhy])).toEqual([
      ['done', 'undone', null],
      ['done', 'kept', 'Somebody has rated it since.'],
      ['skipped', null, null],
    ]);
    expect(await undo(reference)).toMatchObject({ kind: 'refused', refusal: { name: 'CannotBeUndone' } });
  });

  test('are returned with a reason, and one that its author took up again stays returned', async () => {
    const author = await actorFor((await makePerson({ expert: true })).id);
    const [left, taken] = [
      await submitted(),
      await makeFinding({ state: 'submitted', submittedById: author.id }),
    ];
    const missing = await run(startBulkAction, coordinator, {
      action: 'return-findings',
      items: [left.reference],
    });
    expect(missing).toMatchObject({ kind: 'refused', refusal: { fields: { reason: expect.any(String) } } });
    const { reference } = await bulk('return-findings', [left.reference, taken.reference], {
      reason: 'State limits',
    });
    expect((await findingNow(taken.id)).versions[0]).toMatchObject({ returnedReason: 'State limits' });
    const saved = await run(saveFindingContent, author, {
      reference: taken.reference,
      revision: 1,
      studyType: 'review',
    });
    expect(saved).toMatchObject({ kind: 'done' });
    expect(await undo(reference)).toMatchObject({ undone: 1, kept: 1 });
    expect((await findingNow(left.id)).versions[0]).toMatchObject({ returnedAt: null, returnedReason: null });
    expect((await findingNow(taken.id)).versions[0]?.returnedAt).not.toBeNull();
  });

  test('an interrupted action goes on where it stopped and does nothing twice', async () => {
    const [done, waiting] = [await submitted(), await submitted()];
    const reference = await start('publish-findings', [done.reference, waiting.reference]);
    const action = await data.db.bulkAction.findUniqueOrThrow({ where: { reference } });
    // As a crash would leave it: the first is published under its key, its outcome is not written.
    await run(
      (await import('../knowledge/commands/publish-finding.server')).publishFinding,
      coordinator,
      { reference: done.reference },
      `${action.id}:${done.id}`,
    );
    await Promise.all([applyBulkAction(coordinator, reference), applyBulkAction(coordinator, reference)]);
    const report = await ask(bulkReport, coordinator, { reference });
    expect(report?.lines.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(await data.db.fact.count({ where: { nounId: done.id, name: 'FindingWasPublished' } })).toBe(1);
  });

  test('nobody else goes on with it, and only coordinators start one', async () => {
    const finding = await submitted();
    const reference = await start('publish-findings', [finding.reference]);
    const other = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    expect(await applyBulkAction(other, reference)).toMatchObject({ done: 0 });
    const member = await actorFor((await makePerson({ expert: true })).id);
    expect(
      await run(startBulkAction, member, { action: 'publish-findings', items: [finding.reference] }),
    ).toMatchObject({
      kind: 'denied',
    });
    expect(await ask(bulkReport, member, { reference })).toBeNull();
  });

  test('after a day it stays', async () => {
    const { reference } = await bulk('return-findings', [(await submitted()).reference], {
      reason: 'Say more',
    });
    await moveClock('25 hours');
    expect(await undo(reference)).toMatchObject({
      kind: 'refused',
      refusal: { message: 'It was done more than 24 hours ago.' },
    });
  });
});

describe('other queues', () => {
  test('tags are added to those there are, and undone to just those', async () => {
    const [one, two] = await data.db.term.findMany({
      where: { scheme: 'threatArea', retiredAt: null },
      take: 2,
    });
    const strand = await data.db.term.findFirstOrThrow({ where: { scheme: 'strand', retiredAt: null } });
    const finding = await makeFinding({ bibliographic: true, termIds: [strand.id] });
    const tags = { threatAreas: [one!.slug, two!.slug] };
    const { reference } = await bulk('tag-findings', [finding.reference], tags);
    const termIds = async () => (await findingNow(finding.id)).terms.map(({ termId }) => termId).sort();
    expect(await termIds()).toEqual([one!.id, two!.id, strand.id].sort());
    expect(await undo(reference)).toMatchObject({ undone: 1 });
    expect(await termIds()).toEqual([strand.id]);
  });

  test('a review date is set and put back', async () => {
    const finding = await makeFinding();
    const before = new Date('2026-01-31');
    await data.db.finding.update({ where: { id: finding.id }, data: { reviewBy: before } });
    const { reference, done } = await bulk('reaffirm-findings', [finding.reference], {
      reviewBy: '2030-01-31',
    });
    expect(done).toBe(1);
    expect((await findingNow(finding.id)).reviewBy).toEqual(new Date('2030-01-31'));
    await undo(reference);
    expect(await findingNow(finding.id)).toMatchObject({ reviewBy: before, reaffirmedAt: null });
  });

  async function asksToJoin() {
    const person = await makePerson({ verified: false });
    const organisation = await makeOrganisation();
    const request = await data.db.joinRequest.create({
      data: {
        id: newId(),
        reference: newReference(),
        personId: person.id,
        organisationId: organisation.id,
        reason: 'I study ports',
        requestedAt: new Date(),
      },
    });
    return { person, request };
  }

  test('joins are accepted and taken back, unless the person has taken part since', async () => {
    const [idle, busy] = [await asksToJoin(), await asksToJoin()];
    const { reference } = await bulk('accept-joins', [idle.request.reference, busy.request.reference]);
    const verified = async (id: string) =>
      (await data.db.person.findUniqueOrThrow({ where: { id } })).verifiedAt;
    expect(await verified(idle.person.id)).not.toBeNull();
    const newMember = await actorFor(busy.person.id);
    const { shareByHand } = await import('../knowledge/commands/share-by-hand.server');
    const shared = await run(shareByHand, newMember, {
      title: 'Night shifts in ports',
      kind: 'report',
      authors: [{ name: 'B. Usy' }],
    });
    expect(shared).toMatchObject({ kind: 'done' });
    expect(await undo(reference)).toMatchObject({ undone: 1, kept: 1 });
    expect(await verified(idle.person.id)).toBeNull();
    expect(await verified(busy.person.id)).not.toBeNull();
    expect(await data.db.joinRequest.findUniqueOrThrow({ where: { id: idle.request.id } })).toMatchObject({
      decidedAt: null,
      accepted: null,
    });
    expect(
      await data.db.affiliation.count({ where: { personId: idle.person.id, verifiedAt: { not: null } } }),
    ).toBe(0);
  });

  test('a finding returned elsewhere meanwhile is skipped with the reason', async () => {
    const finding = await submitted();
    await run(returnFinding, coordinator, { reference: finding.reference, reason: 'Say more' });
    const { skipped, why } = await bulk('publish-findings', [finding.reference]);
    expect({ skipped, why }).toEqual({ skipped: 1, why: 'This finding is not waiting for review.' });
  });
});
