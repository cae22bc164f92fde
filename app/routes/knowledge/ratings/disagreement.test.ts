import { beforeAll, expect, test } from 'vitest';
import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import { inviteOutliers } from '~/domain/ratings/disagreement/invite-outliers.server';
import { fitRatings } from '~/domain/ratings/model/fit-ratings.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let priority: Awaited<ReturnType<typeof makePriority>>;
const findings: Awaited<ReturnType<typeof makeFinding>>[] = [];
const raters: { id: string; name: string }[] = [];
/** Rates everything 1, whatever it is. */
let contrary: { id: string; name: string };
const RETRACTED = { retractedAt: new Date(), retractedReason: 'The data were miscoded' };
const STANDING = { retractedAt: null, retractedReason: null };
const SIDES = ['policy', 'operational', 'academic'] as const;

async function rate(finding: { id: string; versionId: string }, personId: string, value: number, over = {}) {
  const at = new Date('2026-03-01');
  const told = {
    certainty: 2,
    reason: 'As I see it',
    raterRole: 'policy' as const,
    ratedAt: at,
    changedAt: at,
  };
  const of = { findingId: finding.id, versionId: finding.versionId, priorityId: priority.id, personId };
  await database.db.rating.create({ data: { id: newId(), ...of, value, ...told, ...over } });
}

beforeAll(async () => {
  who = await makeReaders();
  priority = await makePriority({ name: 'Close the ports' });
  contrary = await makePerson({ expert: true, name: 'Con Trary' });
  for (let made = 0; made < 6; made += 1) {
    raters.push(await makePerson({ expert: true, name: `Rater ${made}` }));
    findings.push(await makeFinding({ released: true, title: `Finding number ${made}` }));
  }
  for (const [place, finding] of findings.entries()) {
    for (const [index, { id }] of raters.entries())
      await rate(finding, id, 3 + (place % 3), { raterRole: SIDES[index % 3] });
    await rate(finding, contrary.id, 1);
  }
  await fitRatings();
});

const address = (at = 2) => paths.finding(findings[at]?.reference ?? '');
const why = (at = 2) => paths.explainRating(findings[at]?.reference ?? '', priority.reference);

test('the adjusted figure stands beside the mean for members, with its interval in words', async () => {
  const shown = await visit(address(), { as: who.member });
  const [, figure = '', lower = '', upper = ''] =
    /how each person rates: (\d\.\d) of 5, with nine chances in ten that it lies between (\d\.\d) and (\d\.\d)\./.exec(
      shown.text,
    ) ?? [];
  const [mean = ''] = /\d\.\d(?= of 5 from 7 ratings)/.exec(shown.text) ?? [];
  expect(Number(figure)).toBeGreaterThan(Number(mean) + 0.3);
  expect(Number(lower)).toBeLessThan(Number(figure));
  expect(Number(upper)).toBeGreaterThanOrEqual(Number(figure));
  expect(shown.links.map(({ href }) => href)).toContain(paths.raterFigures());
  expect(flawsOf(shown.$)).toEqual([]);
  const audited = await visit(address(), { as: who.auditor });
  expect(audited.text).toContain('Allowing for how each person rates');
  expect(audited.links.map(({ href }) => href)).not.toContain(paths.raterFigures());
  const open = await visit(address());
  expect(open.text).toContain('of 5 from 7 ratings');
  expect(open.text).not.toContain('Allowing for how each person rates');
});

test('the spread by side is a table with its sense in words, for everybody who sees the mean', async () => {
  for (const as of [who.member, undefined]) {
    const shown = await visit(address(), { as });
    expect(shown.text).toContain(
      'Policy raters give 1 to 5, operational raters give 5 and academic raters give 5.',
    );
    expect(shown.$('caption').text()).toContain('How many gave each rating, by the side they rate from');
    const rows = shown
      .$('table tbody tr')
      .toArray()
      .map((row) => shown.$(row).text());
    expect(rows).toContain('Policy10002' + '15');
  }
});

test('it is worked out anew only when a rating changed, and goes when there is too little', async () => {
  const fit = () => database.db.ratingFit.findUnique({ where: { prioritySetId: priority.prioritySetId } });
  const before = await fit();
  const kept = () =>
    database.db.relevanceSpan.findMany({ where: { heldUntil: null }, select: { level: true } });
  const items = await database.db.ratingFitItem.findMany({ select: { estimate: true } });
  expect(before).toMatchObject({ ratings: 42, version: 1, converged: true });
  expect((await kept()).map(({ level }) => level).toSorted()).toEqual(
    items.map(({ estimate }) => Math.floor(estimate)).toSorted(),
  );
  await fitRatings();
  expect((await fit())?.id).toBe(before?.id);
  const some = { priorityId: priority.id, personId: { in: raters.slice(0, 4).map(({ id }) => id) } };
  await database.db.rating.updateMany({ where: some, data: { interestDeclared: true } });
  await fitRatings();
  expect(await fit()).toBeNull();
  expect(await kept()).toEqual([]);
  await database.db.rating.updateMany({ where: some, data: { interestDeclared: false } });
  await fitRatings();
  expect((await fit())?.fingerprint).toBe(before?.fingerprint);
});

test('coordinators see how everybody rates; others themselves; the rest nothing', async () => {
  const all = await visit(paths.raterFigures(priority.prioritySet.reference), { as: who.coordinator });
  const [first = ''] = all
    .$('table tbody tr')
    .toArray()
    .map((row) => all.$(row).text());
  expect(first).toContain('Con Trary');
  expect(first).toMatch(/\d\.\d lower than the others/);
  expect(all.$('table tbody tr')).toHaveLength(7);
  expect(flawsOf(all.$)).toEqual([]);
  const own = await visit(paths.raterFigures(), { as: raters[1]?.id });
  expect(own.text).toContain('Rater 1 (you)');
  expect(own.html).not.toMatch(/Con Trary|Rater 2/);
  const after = await visit(paths.raterFigures(priority.prioritySet.reference, contrary.id), {
    as: raters[1]?.id,
  });
  expect(after.html).not.toContain('Rater 2');
  expect((await visit(paths.raterFigures(), { as: who.member })).text).toContain('Too little to tell yet');
  for (const as of [who.auditor, who.committee, who.unverified])
    expect((await visit(paths.raterFigures(), { as })).status).toBe(403);
  expect((await visit(paths.raterFigures('H7K4-QXM2'), { as: who.coordinator })).status).toBe(404);
});

test('whoever stands far from the others is invited once, told so, and says why under their name', async () => {
  expect(await inviteOutliers()).toBe(6);
  expect(await inviteOutliers()).toBe(0);
  const facts = await database.db.fact.findMany({ where: { name: 'OutlierWasInvited' } });
  expect(facts).toHaveLength(6);
  const rated = await database.db.rating.findFirstOrThrow({
    where: { personId: contrary.id, findingId: findings[2]?.id ?? '' },
  });
  const about = {
    id: newId(),
    position: '1',
    name: 'OutlierWasInvited',
    actorId: null,
    noun: 'rating' as const,
  };
  await notifying(noticeRules).react({ ...about, nounId: rated.id, at: new Date(), data: {} });
  expect((await visit(paths.inbox(), { as: contrary.id })).text).toContain(
    'You see it differently: Finding number 2',
  );
  const asked = await visit(address(), { as: contrary.id });
  expect(asked.links.map(({ href }) => href)).toContain(why());
  expect((await visit(address(), { as: who.member })).text).not.toContain('stands apart');
  const form = await visit(why(), { as: contrary.id });
  expect(form.text).toContain('1 Not relevant. The others lie far from that.');
  expect(flawsOf(form.$)).toEqual([]);
  const empty = await send(why(), { note: ' ' }, { as: contrary.id });
  expect([empty.status, empty.messageBeside('note')]).toEqual([422, expect.stringContaining('Say why')]);
  const sent = await send(why(), { note: `The port closed. ${HOSTILE}` }, { as: contrary.id });
  expect(sent.location).toBe(`${address()}#ratings`);
  const shown = await visit(address(), { as: who.member });
  expect(shown.text).toContain('Con Trary stands apart from the others: 1 Not relevant.');
  expect(shown.text).toContain('The port closed. <script>');
  expect((await visit(address())).html).not.toMatch(/Con Trary|The port closed/);
  await database.db.rating.update({ where: { id: rated.id }, data: { value: 4 } });
  expect((await visit(address(), { as: who.member })).text).toContain('1 Not relevant, since changed.');
  await database.db.rating.update({ where: { id: rated.id }, data: { value: 1 } });
});

test('nobody explains for another, nor uninvited; what was asked is kept', async () => {
  for (const as of [who.member, who.coordinator, raters[0]?.id]) {
    expect((await visit(why(), { as })).status).toBe(404);
    expect((await send(why(), { note: 'In their name' }, { as })).status).toBe(404);
  }
  await database.db.finding.update({ where: { id: findings[5]?.id ?? '' }, data: RETRACTED });
  expect((await send(why(5), { note: 'Too late' }, { as: contrary.id })).status).toBe(403);
  await database.db.finding.update({ where: { id: findings[5]?.id ?? '' }, data: STANDING });
  const [row] = await database.db.ratingOutlier.findMany({ take: 1 });
  await expect(
    database.db.ratingOutlier.update({ where: { ratingId: row?.ratingId ?? '' }, data: { value: 2 } }),
  ).rejects.toThrow(/InvitationIsKept/);
});

test('the desk and the search find the same disagreement, and stale ratings count for neither', async () => {
  const desk = () => visit(paths.deskQueue('disagreements'), { as: who.coordinator });
  const seen = await desk();
  const search = seen.links.find(({ href }) => href.startsWith('/search?q='))?.href ?? '';
  expect(decodeURIComponent(search)).toContain('variance(relevance)>=1.5');
  const found = await visit(search, { as: who.coordinator });
  for (const shown of [seen, found]) {
    expect(shown.text).toContain('Finding number 2');
    expect(shown.text).not.toContain('Finding number 0');
  }
  const { id = '' } = findings[2] ?? {};
  const version = { id: newId(), findingId: id, number: 2, title: 'Finding number 2', createdAt: new Date() };
  await database.db.findingVersion.create({
    data: { ...version, submittedAt: new Date(), publishedAt: new Date() },
  });
  await database.db.finding.update({ where: { id }, data: { currentNumber: 2 } });
  expect((await desk()).text).not.toContain('Finding number 2');
  expect((await visit(search, { as: who.coordinator })).text).not.toContain('Finding number 2');
});
