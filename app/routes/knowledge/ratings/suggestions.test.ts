import { beforeAll, expect, test } from 'vitest';
import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import type { SealedFact } from '~/domain/reactions.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
type Made = Awaited<ReturnType<typeof makePriority>>;
let old: Made;
let next: Made;
let areas: { id: string; name: string }[] = [];

beforeAll(async () => {
  who = await makeReaders();
  areas = await database.db.term.findMany({
    where: { scheme: 'threatArea' },
    take: 3,
    orderBy: { slug: 'asc' },
  });
  const ended = { startsOn: new Date('2020-01-01'), endsOn: new Date('2025-12-31') };
  old = await makePriority({ ...ended, name: 'Old aim', kind: 'system' });
  next = await makePriority({ name: 'New aim', kind: 'system' });
  await draw(old, 1, [0, 1]);
  await draw(next, 1, [2]);
  await draw(next, 2, [1]);
});

/** A crosswalk of the priority's set to these threat areas; the highest number is the one that counts. */
async function draw(priority: Made, number: number, to: number[]) {
  await database.db.crosswalk.create({
    data: {
      ...{ id: newId(), prioritySetId: priority.prioritySetId, number, verified: true },
      ...{ holdsFrom: new Date('2025-06-01'), recordedAt: new Date() },
      entries: { create: to.map((at) => ({ priorityId: priority.id, termId: areas[at]?.id ?? '' })) },
    },
  });
}

async function rate(priority: Made, personId: string, over: Parameters<typeof makeFinding>[0] = {}) {
  const finding = await makeFinding(over);
  const at = new Date('2024-05-01');
  const rating = {
    ...{
      id: newId(),
      findingId: finding.id,
      versionId: finding.versionId,
      priorityId: priority.id,
      personId,
    },
    ...{
      value: 4,
      certainty: 2,
      reason: 'It shaped the plan.',
      raterRole: 'policy' as const,
      ratedAt: at,
      changedAt: at,
    },
  };
  await database.db.rating.create({ data: rating });
  return finding;
}

const page = (as?: string) => visit(paths.ratingSuggestions(), { as });

test('what somebody rated for a set that ended is offered for what took its place, and nothing is carried over', async () => {
  const finding = await rate(old, who.member, { title: 'A finding rated long ago' });
  const before = await database.db.rating.count();
  const seen = await page(who.member);
  expect(seen.text).toContain('You said: 4 Shapes an option, fairly certain, for “Old aim”');
  expect(seen.text).toContain(`both cover ${areas[1]?.name ?? ''})`);
  expect(seen.links.map(({ href }) => href)).toContain(paths.rateFinding(finding.reference, next.reference));
  expect(flawsOf(seen.$)).toEqual([]);
  expect(await database.db.rating.count()).toBe(before);
  const form = await visit(paths.rateFinding(finding.reference, next.reference).split('#')[0] ?? '', {
    as: who.member,
  });
  expect([form.fields['priority'], form.fields['value']]).toEqual([next.reference, '']);
  const rated = await visit(paths.finding(finding.reference), { as: who.member });
  expect(rated.links.map(({ href }) => href)).toContain(paths.ratingSuggestions());
  expect((await page(who.second)).text).toContain('Nothing to rate again');
});

test('what was rated for the successor, what no longer stands and what shares no area are not offered', async () => {
  const rater = (await makePerson()).id;
  const again = await rate(old, rater, { title: 'Rated twice' });
  await rate(old, rater, { title: 'Taken back', state: 'retracted' });
  const apart = await makePriority({
    startsOn: new Date('2020-01-01'),
    endsOn: new Date('2025-12-31'),
    kind: 'system',
  });
  await draw(apart, 1, [2]);
  await rate(apart, rater, { title: 'Of another area' });
  await rate(next, rater, { title: 'Of the set in force' });
  expect((await page(rater)).text).toContain('Rated twice');
  const { id: findingId, versionId } = again;
  const at = new Date();
  await database.db.rating.create({
    data: {
      ...{ id: newId(), findingId, versionId, priorityId: next.id, personId: rater, value: 2, certainty: 1 },
      ...{ raterRole: 'policy', ratedAt: at, changedAt: at },
    },
  });
  expect((await page(rater)).text).toContain('Nothing to rate again');
});

test('a redrawn crosswalk tells those who rated before, and nobody else', async () => {
  const rater = (await makePerson()).id;
  await rate(old, rater);
  const fact: SealedFact = {
    ...{ id: newId(), position: '1', name: 'CrosswalkWasRedrawn', actorId: null, noun: 'prioritySet' },
    ...{ nounId: next.prioritySetId, at: new Date(), data: {} },
  };
  await notifying(noticeRules).react(fact);
  const told = await database.db.notice.findMany({ where: { factId: fact.id } });
  expect(told.map(({ personId }) => personId)).toContain(rater);
  expect(told.map(({ personId }) => personId)).not.toContain(who.coordinator);
  expect((await visit(paths.inbox(), { as: rater })).text).toContain('Rate again under');
});

test('it is for members who rate', async () => {
  for (const as of [who.unverified, who.auditor, who.committee]) expect((await page(as)).status).toBe(403);
  expect((await page()).location).toContain('/sign-in');
});
