import { beforeAll, describe, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeAward } from '../../../tests/support/factories/awards';
import { doneValue, joinBid, makeExpert } from '../../../tests/support/factories/bids';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor } from '../../../tests/support/factories/people';
import type { Person } from '../actor';
import { run } from '../command.server';
import { ownData } from '../people/queries/own-data.server';
import { ask } from '../query.server';
import { recordDueFacts } from './due-facts.server';
import { addDays, isoDay, ukDay } from '../uk-time';
import type { KeptPlan } from '../awards/changes/keep-plan.server';
import { acceptDeliverable } from '../awards/commands/accept-deliverable.server';
import { addFunding } from '../awards/commands/add-funding.server';
import { addObligation } from '../awards/commands/add-obligation.server';
import { advanceChange } from '../awards/commands/advance-change.server';
import { advanceObligation } from '../awards/commands/advance-obligation.server';
import { advanceReport } from '../awards/commands/advance-report.server';
import { askChange } from '../awards/commands/ask-change.server';
import { closeAward } from '../awards/commands/close-award.server';
import { deliver } from '../awards/commands/deliver.server';
import { holdPublication } from '../awards/commands/hold-publication.server';
import { liftHold } from '../awards/commands/lift-hold.server';
import { openReviewRound } from '../awards/commands/open-review-round.server';
import { recordTranche } from '../awards/commands/record-tranche.server';
import { reviewDeliverable } from '../awards/commands/review-deliverable.server';
import { setMonitoring } from '../awards/commands/set-monitoring.server';
import { writeReport } from '../awards/commands/write-report.server';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;
let made: Made;
let lead: Person;
let editorId: string;
let today: Date;
const reference = () => made.award.reference;

const nameOf = (outcome: { kind: string; refusal?: { name: string } }) =>
  outcome.kind === 'refused' ? (outcome.refusal?.name ?? '') : outcome.kind;
const inDays = (days: number) => isoDay(addDays(today, days));
/** After the clock was moved, whoever acts comes as of then. */
const now = (id: string) => actorFor(id);
const factsOf = async (...names: string[]) =>
  (await store.db.fact.findMany({ where: { name: { in: names } }, orderBy: { number: 'asc' } })).map(
    ({ name }) => name,
  );

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    contractTerms: { publication: 'afterReview', reviewDays: 28 },
    milestones: [
      { title: 'Protocol', amount: 0 },
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 4_000_000 },
    ],
  });
  editorId = await joinBid(made.first.id);
  lead = await actorFor(made.first.leadId);
  today = ukDay(lead.asOf);
});

describe('a change after the contract', () => {
  const asked = async (kind: Parameters<typeof askChange>[0], actor: Person, fields: object) =>
    run(askChange(kind), actor, { reference: reference(), reason: 'Access came late.', ...fields });
  const answer = async (actor: Person, change: string, step: string, words = '') =>
    nameOf(await run(advanceChange, actor, { reference: change, step, words }));

  test('of dates is asked by one side, accepted by the other, and the plan before stays readable', async () => {
    const rows = [{ position: 3, dueOn: inDays(100) }];
    const { reference: change } = doneValue(await asked('dates', lead, { endsOn: inDays(120), rows }));
    expect(nameOf(await asked('dates', lead, { endsOn: inDays(130), rows }))).toBe('ChangeIsAsked');
    expect(await answer(lead, change, 'accept')).toBe('denied');
    expect(await answer(made.panel.author, change, 'accept')).toBe('denied');
    const twice = await Promise.all([1, 2].map(() => answer(made.panel.owner, change, 'accept')));
    expect(twice.sort()).toEqual(['StepIsNotNext', 'done']);
    const plans = await store.db.awardPlan.findMany({
      where: { awardId: made.award.id },
      orderBy: { number: 'asc' },
    });
    const [before, after] = plans.map(({ plan }) => plan as unknown as KeptPlan);
    expect(plans).toHaveLength(2);
    expect([before?.endsOn, before?.milestones[2]?.dueOn]).toEqual([inDays(90), inDays(60)]);
    expect([after?.endsOn, after?.milestones[2]?.dueOn]).toEqual([inDays(120), inDays(100)]);
    await expect(store.db.awardPlan.deleteMany({})).rejects.toThrow(/DeliveryIsKept/);
  });

  test('outside an accepted request the database changes neither dates nor amounts', async () => {
    const milestone = { where: { awardId: made.award.id }, data: { dueOn: today } };
    await expect(store.db.milestone.updateMany(milestone)).rejects.toThrow(/ContractIsSigned/);
    const award = { where: { id: made.award.id }, data: { endsOn: addDays(today, 900) } };
    await expect(store.db.award.update(award)).rejects.toThrow(/ContractIsSigned/);
  });

  test('of the budget comes to the award, when it is asked and when it is accepted', async () => {
    const wrong = { rows: [{ position: 2, amount: '£20,001' }] };
    expect(nameOf(await asked('budget', made.panel.author, wrong))).toBe('MilestonesDoNotAddUp');
    const rows = [
      { position: 2, amount: '£30,000' },
      { position: 3, amount: '£30,000' },
    ];
    const { reference: change } = doneValue(await asked('budget', made.panel.author, { rows }));
    expect(await answer(made.panel.owner, change, 'decline', 'No')).toBe('denied');
    expect(await answer(lead, change, 'decline')).toBe('WordsAreMissing');
    expect(await answer(lead, change, 'accept')).toBe('done');
    const stored = await store.db.milestone.findMany({
      where: { awardId: made.award.id },
      orderBy: { position: 'asc' },
    });
    expect(stored.map(({ amount }) => amount)).toEqual([0, 3_000_000, 3_000_000]);
  });

  test('of people lets one in and another out, but never the lead', async () => {
    const comer = await makeExpert();
    const editor = await actorFor(editorId);
    const leaves = (person: Person) => ({ leaves: person.reference });
    expect(nameOf(await asked('people', lead, leaves(lead)))).toBe('LeadStays');
    expect(nameOf(await asked('people', lead, {}))).toBe('NobodyChanges');
    const fields = { ...leaves(editor), joins: comer.reference, role: 'editor' };
    const { reference: change } = doneValue(await asked('people', lead, fields));
    const claim = { reference: reference(), reason: 'Mine', text: 'More.' };
    expect((await run(askChange('scope'), await now(comer.id), claim)).kind).toBe('hidden');
    expect(await answer(made.panel.owner, change, 'accept')).toBe('done');
    expect((await run(askChange('scope'), await now(editorId), claim)).kind).not.toBe('done');
    const { reference: scope } = doneValue(await run(askChange('scope'), await now(comer.id), claim));
    expect(await answer(await now(comer.id), scope, 'withdraw')).toBe('done');
  });
});

describe('monitoring', () => {
  const report = async (number: number) =>
    (await store.db.monitoringReport.findFirstOrThrow({ where: { awardId: made.award.id, number } }))
      .reference;
  const answers = ['progress', 'quality', 'money', 'risk', 'use'].map((code, i) => ({
    code,
    score: String(i === 0 ? 2 : 4),
    comment: 'As agreed.',
  }));

  test('has its days from the contract, half a report is saved and a whole one submitted', async () => {
    expect(nameOf(await run(setMonitoring, lead, { reference: reference(), everyMonths: '1' }))).toBe(
      'denied',
    );
    doneValue(await run(setMonitoring, made.panel.author, { reference: reference(), everyMonths: '2' }));
    doneValue(await run(setMonitoring, made.panel.author, { reference: reference(), everyMonths: '1' }));
    expect(
      await store.db.monitoringReport.count({ where: { awardId: made.award.id } }),
    ).toBeGreaterThanOrEqual(3);
    const first = await report(1);
    doneValue(await run(writeReport, lead, { reference: first, answers: answers.slice(0, 2) }));
    const early = await run(writeReport, lead, {
      reference: first,
      intent: 'submit',
      answers: answers.slice(0, 2),
    });
    expect(nameOf(early)).toBe('ReportIsIncomplete');
    doneValue(await run(writeReport, lead, { reference: first, intent: 'submit', answers }));
    expect(nameOf(await run(writeReport, lead, { reference: first, answers }))).toBe('ReportIsSubmitted');
    const { author } = made.panel;
    expect(
      nameOf(await run(advanceReport, author, { reference: first, step: 'query', words: 'Which?' })),
    ).toBe('done');
    doneValue(await run(writeReport, lead, { reference: first, intent: 'submit', answers }));
    expect(nameOf(await run(advanceReport, lead, { reference: first, step: 'approve' }))).toBe('denied');
    expect(nameOf(await run(advanceReport, author, { reference: first, step: 'approve' }))).toBe('done');
  });
});

describe('money and support, by the clock', () => {
  let obligation: string;
  beforeAll(async () => {
    const organisation = await store.db.organisation.findFirstOrThrow({ where: { mergedIntoId: null } });
    const funding = {
      reference: reference(),
      organisation: organisation.slug,
      amount: '£60,000',
      certainty: 'conditional',
      condition: 'The spending review',
      tranches: [
        { plannedOn: inDays(1), plannedAmount: '£40,000' },
        { plannedOn: inDays(200), plannedAmount: '£20,000' },
      ],
    };
    const { author } = made.panel;
    expect((await run(addFunding, lead, funding)).kind).toBe('denied');
    expect(nameOf(await run(addFunding, author, { ...funding, condition: '' }))).toBe('ConditionIsMissing');
    expect(nameOf(await run(addFunding, author, { ...funding, amount: '£50,000' }))).toBe(
      'TranchesDoNotAddUp',
    );
    doneValue(await run(addFunding, author, funding));
    expect(nameOf(await run(addFunding, author, funding))).toBe('FunderIsThere');
    const owed = {
      reference: reference(),
      kind: 'data',
      what: 'Case files',
      recipient: 'The lead',
      dueOn: inDays(2),
    };
    doneValue(await run(addObligation, author, owed));
    obligation = (await store.db.obligation.findFirstOrThrow({ where: { what: 'Case files' } })).reference;
    await recordDueFacts();
    expect(await factsOf('TrancheIsLate', 'ObligationIsOverdue')).toEqual([]);
    await moveClock('31 days');
    await recordDueFacts();
    await recordDueFacts();
  });

  test('a tranche 30 days late counts 30 in the ledger, and is told of once', async () => {
    expect(await factsOf('TrancheIsLate')).toEqual(['TrancheIsLate']);
    const tranche = await store.db.tranche.findFirstOrThrow({ where: { position: 1 } });
    const author = await now(made.panel.author.id);
    const arrived = { reference: tranche.reference, actualOn: inDays(31), actualAmount: '£40,000' };
    doneValue(await run(recordTranche, author, arrived));
    expect(nameOf(await run(recordTranche, author, arrived))).toBe('TrancheHasArrived');
    const fact = await store.db.fact.findFirstOrThrow({ where: { name: 'TrancheWasReceived' } });
    expect(fact.data).toMatchObject({ daysLate: 30, amount: 4_000_000 });
    await recordDueFacts();
    expect(await factsOf('TrancheIsLate')).toEqual(['TrancheIsLate']);
  });

  test('what the team owes is overdue to both, met with words, and disputed by the other side', async () => {
    expect(await factsOf('ObligationIsOverdue')).toEqual(['ObligationIsOverdue']);
    const author = await now(made.panel.author.id);
    const winner = await now(lead.id);
    const take = async (actor: Person, step: string, words = '') =>
      nameOf(await run(advanceObligation, actor, { reference: obligation, step, words }));
    expect(await take(winner, 'meet', 'Sent')).toBe('denied');
    expect(await take(author, 'meet')).toBe('WordsAreMissing');
    expect(await take(author, 'meet', 'On a drive.')).toBe('done');
    expect(await take(winner, 'dispute', 'It is empty.')).toBe('done');
    expect(await take(author, 'meet', 'A new drive.')).toBe('done');
  });

  test('a report that is due is told of before, and again once it is late', async () => {
    await moveClock('3 days');
    await recordDueFacts();
    await moveClock('60 days');
    await recordDueFacts();
    const told = await factsOf('MonitoringReportIsDue', 'MonitoringReportIsOverdue');
    expect(told.filter((name) => name === 'MonitoringReportIsOverdue').length).toBeGreaterThanOrEqual(1);
  });
});

describe('review rounds and the publication clock', () => {
  let work: string;
  let reviewers: { id: string; reference: string }[];

  test('named people review, each once; one for returning stops sign-off until another round', async () => {
    const winner = await now(lead.id);
    const author = await now(made.panel.author.id);
    const owner = await now(made.panel.owner.id);
    const handed = { reference: reference(), position: 3, title: 'Final', summary: 'Yes.', limits: '' };
    work = doneValue(await run(deliver, winner, handed)).reference;
    reviewers = made.panel.evaluators;
    const [first, second] = await Promise.all(reviewers.map(({ id }) => now(id)));
    if (!first || !second) throw new Error('two evaluators');
    const dueOn = isoDay(addDays(ukDay(author.asOf), 5));
    const round = { reference: work, reviewers: [first.reference, second.reference], dueOn };
    expect((await run(openReviewRound, winner, round)).kind).toBe('denied');
    const outsider = { ...round, reviewers: [winner.reference] };
    expect(nameOf(await run(openReviewRound, author, outsider))).toBe('ReviewersAreWrong');
    doneValue(await run(openReviewRound, author, round));
    expect(nameOf(await run(openReviewRound, author, round))).toBe('RoundIsRunning');
    const review = (actor: Person, decision?: string) =>
      run(reviewDeliverable, actor, { reference: work, note: 'Sound.', decision });
    expect(nameOf(await review(author, 'accept'))).toBe('OthersReview');
    expect(nameOf(await review(first))).toBe('DecisionIsMissing');
    doneValue(await review(first, 'return'));
    expect(nameOf(await review(first, 'accept'))).toBe('OthersReview');
    expect(nameOf(await run(acceptDeliverable, owner, { reference: work }))).toBe('DeliverableIsNotReviewed');
    await moveClock('6 days');
    await recordDueFacts();
    expect(await factsOf('ReviewIsLate')).toEqual(['ReviewIsLate']);
    doneValue(await review(await now(second.id), 'accept'));
    expect(nameOf(await run(acceptDeliverable, owner, { reference: work }))).toBe('ReviewersReturnIt');
    const again = { ...round, reviewers: [second.reference], dueOn: isoDay(addDays(ukDay(owner.asOf), 30)) };
    doneValue(await run(openReviewRound, author, again));
    doneValue(await review(await now(second.id), 'acceptWithChanges'));
    doneValue(await run(acceptDeliverable, await now(made.panel.owner.id), { reference: work }));
  });

  test('runs twelve weeks from sign-off, is held by a named person for a reason, and releases by itself', async () => {
    const author = await now(made.panel.author.id);
    const signedOff = ukDay(author.asOf);
    const clock = await store.db.publicationClock.findFirstOrThrow({});
    expect([isoDay(clock.dueOn), isoDay(clock.sightEndsOn ?? clock.dueOn)]).toEqual([
      isoDay(addDays(signedOff, 84)),
      isoDay(addDays(signedOff, 28)),
    ]);
    const hold = {
      reference: work,
      reason: 'quality',
      words: 'A table is wrong.',
      endsOn: isoDay(addDays(signedOff, 90)),
    };
    expect((await run(holdPublication, await now(lead.id), hold)).kind).toBe('denied');
    expect((await run(holdPublication, author, { ...hold, reason: 'mood' })).kind).toBe('invalid');
    expect(nameOf(await run(holdPublication, author, { ...hold, endsOn: isoDay(signedOff) }))).toBe(
      'HoldEndIsWrong',
    );
    expect(
      nameOf(await run(holdPublication, author, { ...hold, endsOn: isoDay(addDays(signedOff, 367)) })),
    ).toBe('HoldEndIsWrong');
    doneValue(await run(holdPublication, author, hold));
    expect(nameOf(await run(holdPublication, author, hold))).toBe('PublicationIsHeld');
    doneValue(await run(liftHold, author, { reference: work }));
    doneValue(await run(holdPublication, author, hold));
    await expect(store.db.publicationHold.updateMany({ data: { endsOn: signedOff } })).rejects.toThrow();
    const { id: deliverableId } = await store.db.deliverable.findUniqueOrThrow({
      where: { reference: work },
    });
    const finding = await makeFinding({ state: 'submitted', deliverableId });
    const publish = { where: { id: finding.id }, data: { publishedAt: author.asOf } };
    await expect(store.db.finding.update(publish)).rejects.toThrow(
      /PublicationIsHeld: Publication is held until/,
    );
    const { id: reader } = await makeExpert();
    const own = await ask(ownData, await now(made.panel.author.id), {});
    expect(own?.delivery.holds.map(({ words }) => words)).toEqual(['A table is wrong.', 'A table is wrong.']);
    expect((await ask(ownData, await now(reader), {}))?.delivery.holds).toEqual([]);
    await moveClock('85 days');
    await recordDueFacts();
    expect(await factsOf('DeliverableWasReleased', 'PublicationHoldHasEnded')).toEqual([]);
    await moveClock('6 days');
    await recordDueFacts();
    await recordDueFacts();
    expect(await factsOf('DeliverableWasReleased', 'PublicationHoldHasEnded')).toEqual([
      'PublicationHoldHasEnded',
      'DeliverableWasReleased',
    ]);
    const late = await run(holdPublication, await now(made.panel.author.id), hold);
    expect(nameOf(late)).toBe('DeliverableIsReleased');
  });
});

describe('closing', () => {
  test('wants a reason for each thing that is open, and keeps what was learnt', async () => {
    const author = await now(made.panel.author.id);
    const bare = await run(closeAward, author, { reference: reference() });
    expect(nameOf(bare)).toBe('SomethingIsOwed');
    const ends = { reference: reference(), reason: 'The force withdrew.', lastDay: inDays(120) };
    const { reference: change } = doneValue(await run(askChange('termination'), author, ends));
    expect(nameOf(await run(advanceChange, await now(lead.id), { reference: change, step: 'accept' }))).toBe(
      'done',
    );
    const milestones = await store.db.milestone.findMany({
      where: { awardId: made.award.id },
      orderBy: { position: 'asc' },
    });
    expect(milestones.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([true, true, false]);
    const reports = await store.db.monitoringReport.findMany({
      where: { awardId: made.award.id, state: { not: 'approved' } },
    });
    const keys = [milestones[2]?.id ?? '', ...reports.map(({ id }) => id)];
    const open = keys.map((key) => ({ key, reason: 'The force withdrew.' }));
    const some = await run(closeAward, author, { reference: reference(), open: open.slice(1) });
    expect(nameOf(some)).toBe('SomethingIsOwed');
    doneValue(await run(closeAward, author, { reference: reference(), worked: 'Early access', open }));
    const closing = await store.db.awardClosing.findUniqueOrThrow({ where: { awardId: made.award.id } });
    expect([closing.worked, (closing.open as unknown[]).length]).toEqual(['Early access', open.length]);
  });
});
