import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { doneValue, joinBid } from '../../../../tests/support/factories/bids';
import { actorFor } from '../../../../tests/support/factories/people';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { addDays } from '../../uk-time';
import { advanceClaim } from './advance-claim.server';
import { advanceLetter } from './advance-letter.server';
import { makeClaim } from './make-claim.server';
import { payMilestone } from './pay-milestone.server';
import { prepareLetter } from './prepare-letter.server';
import { signContract } from './sign-contract.server';

const store = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;

const nameOf = (outcome: { kind: string; refusal?: { name: string } }) =>
  outcome.kind === 'refused' ? (outcome.refusal?.name ?? '') : outcome.kind;

const step = async (
  operation: typeof advanceLetter | typeof advanceClaim,
  actor: Person,
  reference: string,
  name: string,
  more: object = {},
) => nameOf(await run(operation as typeof advanceLetter, actor, { reference, step: name, ...more }));

describe('an agreement letter', () => {
  let made: Made;
  let lead: Person;
  let signatory: Person;
  const text = 'We agree.\n\nBoth of us.';
  const letter = (more: object = {}) => ({
    reference: made.award.reference,
    text,
    contractReference: 'HO-9',
    startsOn: '2027-01-11',
    endsOn: '2027-09-30',
    ...more,
  });
  const row = () =>
    store.db.agreementLetter.findFirstOrThrow({
      where: { awardId: made.award.id },
      orderBy: { number: 'desc' },
    });
  const take = async (actor: Person, name: string, more: object = {}) =>
    step(advanceLetter, actor, (await row()).reference, name, more);

  beforeAll(async () => {
    const contractTerms = { suppliesData: 'Case files', suppliesDataWeeks: 2, suppliesLiaison: 'Ada' };
    made = await makeAward({ state: 'readyToContract', contractTerms });
    const editor = await joinBid(made.first.id);
    lead = await actorFor(made.first.leadId);
    signatory = await actorFor(editor);
  });

  test('goes back and forth with reasons, frozen once sent, until it is the contract', async () => {
    const { author, budgetHolder } = made.panel;
    expect((await run(prepareLetter, lead, letter())).kind).toBe('denied');
    expect(nameOf(await run(prepareLetter, author, letter({ endsOn: '2027-01-10' })))).toBe(
      'ContractEndsBeforeItStarts',
    );
    doneValue(await run(prepareLetter, author, letter({ signatory: signatory.reference })));
    expect(nameOf(await run(prepareLetter, author, letter()))).toBe('LetterIsOnItsWay');
    const contract = {
      reference: made.award.reference,
      contractReference: 'X',
      startsOn: '2027-01-11',
      endsOn: '2027-02-11',
    };
    expect(nameOf(await run(signContract, author, contract))).toBe('LetterIsOnItsWay');
    expect(await take(lead, 'sign')).toBe('StepIsNotNext');
    expect(await take(author, 'send')).toBe('done');
    const sent = await row();
    expect(sent.textHash).toBe(createHash('sha256').update(text).digest('hex'));
    await expect(
      store.db.agreementLetter.update({ where: { id: sent.id }, data: { text: 'Other' } }),
    ).rejects.toThrow(/LetterIsFrozen/);
    expect(await take(lead, 'reject')).toBe('WordsAreMissing');
    expect(await take(signatory, 'sign')).toBe('denied');
    expect(await take(lead, 'reject', { words: 'The start is too early.' })).toBe('done');
    doneValue(await run(prepareLetter, author, letter({ signatory: signatory.reference })));
    expect((await row()).number).toBe(2);
    expect(await take(author, 'send')).toBe('done');
    const twice = await Promise.all([take(lead, 'sign'), take(lead, 'sign')]);
    expect(twice.sort()).toEqual(['StepIsNotNext', 'done']);
    expect(await take(budgetHolder, 'approve')).toBe('SignatureIsMissing');
    await expect(
      store.db.agreementLetter.update({ where: { id: (await row()).id }, data: { state: 'approved' } }),
    ).rejects.toThrow(/SignatureIsMissing/);
    expect(await take(lead, 'countersign')).toBe('denied');
    expect(await take(signatory, 'countersign')).toBe('done');
    expect(await take(author, 'approve')).toBe('denied');
    expect(await take(budgetHolder, 'approve')).toBe('done');
    const award = await store.db.award.findUniqueOrThrow({ where: { id: made.award.id } });
    expect([award.contractReference, award.contractedAt === null]).toEqual(['HO-9', false]);
    expect(await take(author, 'reset', { words: 'Late' })).toBe('StepIsNotNext');
  });

  test('carries what the terms promised into the award, dated from its first day', async () => {
    const owed = await store.db.obligation.findMany({
      where: { awardId: made.award.id },
      orderBy: { position: 'asc' },
    });
    expect(
      owed.map(({ kind, what, dueOn, inTerms }) => [kind, what, dueOn.toISOString().slice(0, 10), inTerms]),
    ).toEqual([
      ['data', 'Case files', '2027-01-25', true],
      ['liaison', 'Ada', '2027-01-11', true],
    ]);
  });

  test('leaves every step with its words and who took it, which nobody can rewrite', async () => {
    const steps = await store.db.deliveryStep.findMany({
      where: { awardId: made.award.id },
      orderBy: { at: 'asc' },
    });
    expect(steps.map((one) => one.step)).toEqual([
      'prepare',
      'send',
      'reject',
      'prepare',
      'send',
      'sign',
      'countersign',
      'approve',
    ]);
    expect(steps[2]?.words).toBe('The start is too early.');
    await expect(store.db.deliveryStep.updateMany({ data: { words: '' } })).rejects.toThrow(/DeliveryIsKept/);
  });
});

describe('a payment claim', () => {
  let made: Made;
  let lead: Person;
  const claim = (amount: string, position = 1) =>
    run(makeClaim, lead, { reference: made.award.reference, position, amount });
  const openClaim = async () =>
    (await store.db.paymentClaim.findFirstOrThrow({ where: { state: { notIn: ['paid', 'withdrawn'] } } }))
      .reference;

  beforeAll(async () => {
    made = await makeAward({
      state: 'inDelivery',
      milestones: [
        { title: 'Interim report', amount: 2_000_000 },
        { title: 'Final report', amount: 4_000_000 },
      ],
    });
    lead = await actorFor(made.first.leadId);
    const milestone = await store.db.milestone.findFirstOrThrow({
      where: { awardId: made.award.id, position: 1 },
    });
    const at = addDays(made.award.decidedAt, 0);
    await store.db.deliverable.create({
      data: {
        id: crypto.randomUUID(),
        reference: 'CLA1MED2',
        milestoneId: milestone.id,
        title: 'Interim',
        summary: 'Yes.',
        deliveredAt: at,
        deliveredById: lead.id,
        acceptedAt: at,
      },
    });
  });

  test('is of an accepted milestone, within what is left of it, one at a time', async () => {
    expect(nameOf(await claim('£1', 2))).toBe('MilestoneIsNotAccepted');
    expect(nameOf(await claim('£20,001'))).toBe('ClaimIsTooMuch');
    expect(nameOf(await claim('£0'))).toBe('ClaimIsNothing');
    const both = await Promise.all([claim('£5,000'), claim('£5,000')]);
    expect(both.map(nameOf).sort()).toEqual(['ClaimIsOpen', 'done']);
    const outsider = { reference: made.award.reference, position: 1, amount: '£1' };
    expect((await run(makeClaim, made.panel.author, outsider)).kind).toBe('denied');
    expect((await run(makeClaim, await actorFor(made.second.leadId), outsider)).kind).toBe('hidden');
  });

  test('is queried and answered as often as it takes, approved, requested and paid', async () => {
    const { author, budgetHolder } = made.panel;
    const reference = await openClaim();
    const take = (actor: Person, name: string, more: object = {}) =>
      step(advanceClaim, actor, reference, name, more);
    expect(await take(author, 'approve')).toBe('StepIsNotNext');
    expect(await take(lead, 'submit')).toBe('done');
    expect(await take(author, 'query')).toBe('WordsAreMissing');
    expect(await take(lead, 'approve')).toBe('denied');
    expect(await take(author, 'query', { words: 'Which invoice?' })).toBe('done');
    expect(await take(lead, 'answer', { words: 'The first.' })).toBe('done');
    expect(await take(author, 'query', { words: 'Dated when?' })).toBe('done');
    expect(await take(lead, 'answer', { words: 'In May.' })).toBe('done');
    expect(await take(author, 'approve')).toBe('done');
    expect(
      nameOf(await run(payMilestone, budgetHolder, { reference: made.award.reference, position: 1 })),
    ).toBe('ClaimIsOpen');
    expect(await take(budgetHolder, 'pay', { on: '2026-11-01' })).toBe('StepIsNotNext');
    expect(await take(budgetHolder, 'request')).toBe('done');
    expect(await take(budgetHolder, 'pay')).toBe('DayIsMissing');
    expect(await take(budgetHolder, 'pay', { on: '2090-01-01' })).toBe('DayIsAhead');
    expect(await take(budgetHolder, 'pay', { on: '2026-11-01' })).toBe('done');
    const facts = await store.db.fact.findMany({
      where: { nounId: made.award.id },
      orderBy: { number: 'asc' },
    });
    const told = facts.filter(({ name }) => /Claim|Payment/.test(name) && name !== 'AttemptWasDenied');
    expect(told.map(({ name }) => name)).toEqual([
      'PaymentClaimWasMade',
      'PaymentClaimWasSubmitted',
      'PaymentClaimWasQueried',
      'PaymentClaimQueryWasAnswered',
      'PaymentClaimWasQueried',
      'PaymentClaimQueryWasAnswered',
      'PaymentClaimWasApproved',
      'PaymentWasRequested',
      'PaymentClaimWasPaid',
    ]);
    expect(told.every(({ data }) => (data as { amount: number }).amount === 500_000)).toBe(true);
  });

  test('pays the milestone once its claims come to it; the database lets no pound more be claimed', async () => {
    const { author, budgetHolder } = made.panel;
    expect(nameOf(await claim('£15,000.01'))).toBe('ClaimIsTooMuch');
    const milestone = await store.db.milestone.findFirstOrThrow({
      where: { awardId: made.award.id, position: 1 },
    });
    expect(milestone.paidAt).toBeNull();
    const row = {
      id: crypto.randomUUID(),
      reference: 'T00MUCH2',
      milestoneId: milestone.id,
      state: 'new',
      madeAt: new Date(),
      madeById: lead.id,
    };
    await expect(store.db.paymentClaim.create({ data: { ...row, amount: 1_500_001 } })).rejects.toThrow(
      /ClaimsExceedTheMilestone/,
    );
    doneValue(await claim('£15,000'));
    const reference = await openClaim();
    for (const [actor, name] of [
      [lead, 'submit'],
      [author, 'approve'],
      [budgetHolder, 'request'],
    ] as const)
      expect(await step(advanceClaim, actor, reference, name)).toBe('done');
    expect(await step(advanceClaim, budgetHolder, reference, 'pay', { on: '2026-11-02' })).toBe('done');
    const paid = await store.db.milestone.findUniqueOrThrow({ where: { id: milestone.id } });
    expect(paid.paidAt).not.toBeNull();
    expect(nameOf(await claim('£1'))).toBe('MilestoneIsPaid');
  });
});
