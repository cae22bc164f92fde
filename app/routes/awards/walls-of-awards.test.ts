import { randomUUID as newId } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepPlan } from '~/domain/awards/changes/keep-plan.server';
import { recordFacts } from '~/domain/fact-record.server';
import { newReference } from '~/domain/new-reference.server';
import { addDays } from '~/domain/uk-time';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeAward } from '../../../tests/support/factories/awards';
import { declareNothing, makeWall } from '../../../tests/support/factories/panels';
import { makePerson, visitor } from '../../../tests/support/factories/people';
import { joinTeam } from '../../../tests/support/factories/question-cast';
import { send, visit } from '../../../tests/support/site';
import { toldOf } from '../../../tests/support/told';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;

const MARK = 'mark-of-delivery';

/** An award in delivery with one of everything between its two sides, each of which waits for somebody. */
async function makeWorld() {
  const made = await makeAward({ state: 'inDelivery', routeSlug: 'funding-call' });
  const { db } = store;
  const { id: awardId, decidedAt: now, reference } = made.award;
  const author = made.panel.author.id;
  const of = () => ({ id: newId(), reference: newReference() });
  await keepPlan(db, awardId, now, null);
  const letter = await db.agreementLetter.create({
    data: {
      ...{ ...of(), awardId, number: 1, state: 'prepared', text: MARK, contractReference: 'C-1' },
      ...{ startsOn: now, endsOn: addDays(now, 90), preparedAt: now },
    },
  });
  const change = await db.changeRequest.create({
    data: {
      ...{ ...of(), awardId, number: 1, kind: 'scope', side: 'winner', state: 'asked', reason: MARK },
      ...{ proposal: { text: MARK, title: '' }, askedAt: now, askedById: made.first.leadId },
    },
  });
  const report = await db.monitoringReport.create({
    data: { ...of(), awardId, number: 1, dueOn: now, state: 'due' },
  });
  for (const state of ['draft', 'submitted'])
    await db.monitoringReport.update({ where: { id: report.id }, data: { state, submittedAt: now } });
  const owed = await db.obligation.create({
    data: {
      ...{ ...of(), awardId, position: 1, kind: 'data', what: MARK, recipient: 'Lead' },
      ...{ dueOn: addDays(now, -3), state: 'due' },
    },
  });
  for (const state of ['met', 'disputed'])
    await db.obligation.update({ where: { id: owed.id }, data: { state } });
  const milestone = await db.milestone.findFirstOrThrow({ where: { awardId } });
  const claim = await db.paymentClaim.create({
    data: {
      ...{ ...of(), milestoneId: milestone.id, amount: 100, state: 'new' },
      ...{ madeAt: now, madeById: made.first.leadId },
    },
  });
  await db.paymentClaim.update({ where: { id: claim.id }, data: { state: 'submitted' } });
  const work = await db.deliverable.create({
    data: {
      ...{ ...of(), milestoneId: milestone.id, title: MARK, summary: MARK, deliveredAt: now },
      ...{ deliveredById: made.first.leadId, acceptedAt: now, acceptedById: author },
    },
  });
  await db.publicationClock.create({
    data: { deliverableId: work.id, rights: 'free', signedOffOn: now, dueOn: addDays(now, 84) },
  });
  const { id: organisationId } = await db.organisation.findFirstOrThrow();
  const tranche = { ...of(), position: 1, plannedOn: now, plannedAmount: 100 };
  await db.funding.create({
    data: {
      ...{ id: newId(), awardId, organisationId, amount: 100, certainty: 'firm', recordedById: author },
      ...{ questionId: made.question.id, recordedAt: now, tranches: { create: tranche } },
    },
  });
  const pages = {
    agreement: paths.agreementLetter(reference),
    prepare: paths.prepareLetter(reference),
    changes: paths.changes(reference),
    askChange: paths.askChange(reference, 'scope'),
    change: paths.change(change.reference),
    plan: paths.plan(reference, 1),
    monitoring: paths.monitoring(reference),
    report: paths.monitoringReport(report.reference),
    obligations: paths.obligations(reference),
    obligation: paths.obligation(owed.reference),
    funding: paths.funding(reference),
    csv: paths.fundingCsv(reference),
    addFunding: paths.addFunding(reference),
    tranche: paths.recordTranche(reference, tranche.reference),
    claim: paths.claim(claim.reference),
    publication: paths.publication(work.reference),
    reviewers: paths.openReviewRound(work.reference),
    deliverable: paths.deliverable(work.reference),
  };
  return { ...made, pages, letter, work, refs: [change, report, owed, claim].map((one) => one.reference) };
}

let world: Made & Awaited<ReturnType<typeof makeWorld>>;
/** Everybody on the asking side, each in a part of their own. */
let cast: Record<string, string>;
beforeAll(async () => {
  world = await makeWorld();
  const { asking, id } = world.question;
  const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  await declareNothing(id, [coordinator], 'opening');
  cast = {
    author: asking.authorId,
    owner: asking.ownerId,
    holder: asking.budgetHolderId,
    moderator: asking.moderatorId,
    evaluator: world.panel.evaluators[0].id,
    coordinator,
    auditor: (await makePerson({ roles: ['auditor'] })).id,
    second: (await joinTeam(asking.teamId, ['author', 'budgetHolder'])).id,
  };
});

const lift = (personId: string) =>
  store.db.wall.updateMany({
    where: { personId, liftedAt: null },
    data: { liftedAt: new Date(), liftedReason: 'Over.' },
  });

/** What every page of the award answers to one person. */
async function statusesFor(as: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, path] of Object.entries(world.pages)) found[name] = (await visit(path, { as })).status;
  return found;
}
const everyPage = (status: number) =>
  Object.fromEntries(Object.keys(world.pages).map((name) => [name, status]));
const rowsOfDelivery = async () => {
  const { db } = store;
  return Promise.all([
    db.agreementLetter.findMany(),
    db.changeRequest.findMany(),
    db.monitoringSchedule.findMany(),
    db.obligation.findMany(),
    db.tranche.findMany(),
    db.paymentClaim.findMany(),
    db.publicationHold.findMany(),
    db.deliveryStep.count(),
  ]);
};

describe('without a conflict', () => {
  test('the team reads every part, so that what follows tells of the wall alone', async () => {
    const statuses = await statusesFor(cast['author']!);
    expect([...new Set(Object.values(statuses))].sort()).toEqual([200, 403]);
    expect(statuses['tranche']).toBe(200);
    expect((await visit(paths.home(), { as: cast['author']! })).html).toContain(world.pages.claim);
  });
});

describe.each([
  ['about the winning bid', () => world.first.id, ['author', 'evaluator', 'coordinator']],
  ['about the whole competition', () => null, ['owner', 'holder', 'auditor']],
])('a confirmed conflict %s', (_, behind, some) => {
  beforeAll(async () => {
    for (const id of Object.values(cast)) {
      await lift(id);
      await makeWall(world.question.id, id, behind());
    }
  });

  test('hides every page of delivery from each part of the asking side', async () => {
    for (const who of some) expect(await statusesFor(cast[who]!), who).toEqual(everyPage(404));
  });

  test('hides what the award page leads to, and its bidder’s work', async () => {
    for (const [who, as] of Object.entries(cast)) {
      const page = await visit(paths.award(world.award.reference), { as });
      expect([who, page.html.includes(MARK)]).toEqual([who, false]);
      expect(page.text).not.toContain('Between the two sides');
      const links = page.links.map(({ href }) => href);
      expect(links.filter((href) => Object.values(world.pages).includes(href))).toEqual([]);
    }
  });

  test('refuses every form as if the address were wrong, and nothing is changed', async () => {
    const { pages } = world;
    const before = await rowsOfDelivery();
    const sent: [string, Record<string, string>][] = [
      [pages.agreement, { letter: world.letter.reference, step: 'send', words: '' }],
      [pages.prepare, { text: 'Mine', contractReference: 'C-2' }],
      [pages.askChange, { text: 'Wider', reason: 'Because' }],
      [pages.change, { step: 'accept', words: '' }],
      [pages.monitoring, { everyMonths: '2' }],
      [pages.report, { step: 'approve', words: '' }],
      [pages.obligations, { kind: 'data', what: 'More', recipient: 'Lead' }],
      [pages.obligation, { step: 'meet', words: 'Done' }],
      [pages.addFunding, { organisation: 'any', amount: '1', certainty: 'firm' }],
      [pages.tranche, { actualAmount: '1' }],
      [pages.claim, { step: 'approve', words: '' }],
      [pages.publication, { reason: 'legal', words: 'Wait' }],
      [pages.reviewers, { reviewers: world.panel.moderator.reference }],
    ];
    for (const [path, fields] of sent) {
      const { status } = await send(path, fields, { as: cast['second']! });
      // A form that is not filled in may be sent back before anybody is asked for; it tells nothing either.
      expect([404, 422], path).toContain(status);
    }
    expect(await rowsOfDelivery()).toEqual(before);
  });

  test('leaves nothing to do at home, and no notice of what happens', async () => {
    for (const as of Object.values(cast)) {
      const { html } = await visit(paths.home(), { as });
      for (const reference of world.refs) expect(html).not.toContain(reference);
      expect(html).not.toContain(MARK);
    }
    const told = await Promise.all(
      ['PaymentClaimWasSubmitted', 'TrancheIsLate', 'MonitoringReportIsOverdue'].map(async (name) => {
        await store.db.$transaction((tx) =>
          recordFacts(tx, { actor: visitor(), now: new Date(), command: 'test' }, [
            { name, noun: 'award', nounId: world.award.id },
          ]),
        );
        return toldOf(name, world.award.id);
      }),
    );
    const walled = new Set(Object.values(cast));
    expect(told.flatMap(({ people }) => people).filter((id) => walled.has(id))).toEqual([]);
    expect(told[2]?.people).toContain(world.first.leadId);
  });
});

test('a conflict about another bid alone leaves the award open', async () => {
  const { holder } = cast;
  await lift(holder!);
  await makeWall(world.question.id, holder!, world.second.id);
  for (const [name, status] of Object.entries(await statusesFor(holder!)))
    expect([200, 403], name).toContain(status);
});
