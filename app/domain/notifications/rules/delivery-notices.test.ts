import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid, makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { newId } from '~/platform/ids.server';
import { newReference } from '../../new-reference.server';
import { pages } from '../addresses';
import { deliveryNotices } from './delivery-notices.server';

const store = useDatabase();
const HOUR = new Date('2026-11-20T09:00:00Z');
const REFERENCE = newReference();
let made: Awaited<ReturnType<typeof makeAward>>;
const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

type Role = 'author' | 'seniorResponsibleOwner' | 'budgetHolder' | 'moderator';
async function joinTeam(roles: Role[], endsAt: Date | null = null) {
  const { id } = await makePerson();
  const { teamId } = made.question.asking;
  await store.db.teamMembership.create({
    data: { id: newId(), teamId, personId: id, roles, startsAt: new Date(HOUR.getTime() - 1000), endsAt },
  });
  return id;
}

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  const { panel, first, second, award, question } = made;
  Object.assign(ids, { author: panel.author.id, owner: panel.owner.id, holder: panel.budgetHolder.id });
  Object.assign(ids, { moderator: panel.moderator.id, evaluator: panel.evaluators[0].id });
  Object.assign(ids, { lead: first.leadId, rival: second.leadId });
  ids['editor'] = await joinBid(first.id);
  ids['partner'] = await joinBid(first.id, { role: 'partner' });
  ids['invited'] = await joinBid(first.id, { role: 'editor', answer: 'asked' });
  ids['declined'] = await joinBid(first.id, { role: 'editor', answer: 'declined' });
  ids['left'] = await joinBid(first.id);
  ids['came'] = (await makeExpert()).id;
  const changed = (name: string, over: { role: 'editor' | 'partner'; leftAt?: Date; joinedAt?: Date }) => ({
    awardId: award.id,
    personId: ids[name] ?? '',
    ...over,
  });
  await store.db.awardPerson.createMany({
    data: [
      changed('left', { role: 'editor', leftAt: HOUR }),
      changed('came', { role: 'partner', joinedAt: HOUR }),
    ],
  });
  ids['second author'] = await joinTeam(['author']);
  ids['second holder'] = await joinTeam(['budgetHolder']);
  ids['former author'] = await joinTeam(['author'], HOUR);
  ids['walled author'] = await joinTeam(['author', 'budgetHolder']);
  ids['author walled from all'] = await joinTeam(['author']);
  ids['author walled from another bid'] = await joinTeam(['author']);
  await makeWall(question.id, ids['walled author'], first.id);
  await makeWall(question.id, ids['author walled from all']);
  await makeWall(question.id, ids['author walled from another bid'], second.id);
  ids['coordinator'] = (await makePerson({ roles: ['coordinator'] })).id;
});

async function told(name: string, data: Record<string, unknown> = { reference: REFERENCE }) {
  const fact = {
    ...{ id: newId(), position: '1', name, actorId: null, noun: 'award', nounId: made.award.id },
    ...{ at: HOUR, data: data as Record<string, string> },
  };
  const rules = deliveryNotices.filter((rule) => rule.fact === name);
  expect(rules).toHaveLength(1);
  const said = await rules[0]?.tell({ db: store.db, fact });
  return said ? { ...said, people: said.personIds.map(nameOf).sort() } : null;
}

const WINNERS = ['came', 'editor', 'lead', 'partner'];
const TEAM = ['author', 'author walled from another bid', 'owner', 'second author'];
const HOLDERS = ['holder', 'second holder'];
const all = (...groups: string[][]) => groups.flat().sort();

describe('who is told', () => {
  test.each<[string, string[]]>([
    ['AgreementLetterWasSent', WINNERS],
    ['AgreementLetterWasSigned', all(TEAM, HOLDERS, WINNERS)],
    ['AgreementLetterWasCountersigned', all(TEAM, HOLDERS, WINNERS)],
    ['AgreementLetterWasRejected', all(TEAM, WINNERS)],
    ['PaymentClaimWasSubmitted', TEAM],
    ['PaymentClaimWasQueried', WINNERS],
    ['PaymentClaimQueryWasAnswered', TEAM],
    ['PaymentClaimWasApproved', all(HOLDERS, WINNERS)],
    ['PaymentWasRequested', WINNERS],
    ['PaymentClaimWasPaid', all(TEAM, WINNERS)],
    ['PaymentClaimWasWithdrawn', TEAM],
    ['ChangeWasRequested', all(TEAM, WINNERS)],
    ['ChangeRequestWasAccepted', all(TEAM, WINNERS)],
    ['ChangeRequestWasDeclined', all(TEAM, WINNERS)],
    ['ChangeRequestWasWithdrawn', all(TEAM, WINNERS)],
    ['MonitoringWasScheduled', WINNERS],
    ['MonitoringReportWasSubmitted', TEAM],
    ['MonitoringReportWasApproved', WINNERS],
    ['MonitoringReportWasQueried', WINNERS],
    ['MonitoringReportIsDue', WINNERS],
    ['MonitoringReportIsOverdue', all(TEAM, WINNERS)],
    ['ObligationWasAdded', WINNERS],
    ['ObligationWasMet', WINNERS],
    ['ObligationWasDisputed', TEAM],
    ['ObligationIsOverdue', all(TEAM, WINNERS)],
    ['FundingWasRecorded', all(TEAM, HOLDERS)],
    ['TrancheWasReceived', all(TEAM, HOLDERS)],
    ['TrancheIsLate', all(TEAM, HOLDERS)],
  ])('%s', async (name, people) => {
    expect((await told(name))?.people).toEqual(people);
  });

  test('never another bidder, nobody who left or was only asked, nobody behind a wall, and no money to the winner', async () => {
    const never = [
      'rival',
      'left',
      'invited',
      'declined',
      'former author',
      'walled author',
      'author walled from all',
    ];
    const outside = ['evaluator', 'moderator', 'coordinator'];
    for (const { fact } of deliveryNotices) {
      const people = (await told(fact))?.people ?? [];
      expect(people.filter((name) => [...never, ...outside].includes(name))).toEqual([]);
      expect(new Set(people).size).toBe(people.length);
      if (/Funding|Tranche/.test(fact)) expect(people.filter((name) => WINNERS.includes(name))).toEqual([]);
    }
  });

  test('an award that is not there tells nobody', async () => {
    for (const rule of deliveryNotices) {
      const fact = {
        ...{ id: newId(), position: '1', name: rule.fact, actorId: null, noun: 'award', nounId: newId() },
        ...{ at: HOUR, data: { reference: REFERENCE } },
      };
      expect(await rule.tell({ db: store.db, fact })).toBeNull();
    }
  });
});

describe('a letter that was taken back', () => {
  const takenBack = async (number: number, sent: boolean) => {
    const { id: awardId } = made.award;
    const row = { id: newId(), reference: newReference(), awardId, number, state: 'prepared' };
    const terms = {
      text: 'We agree.',
      contractReference: 'C',
      startsOn: HOUR,
      endsOn: HOUR,
      preparedAt: HOUR,
    };
    await store.db.agreementLetter.create({ data: { ...row, ...terms } });
    const where = { id: row.id };
    if (sent)
      await store.db.agreementLetter.update({ where, data: { state: 'sent', textHash: 'a'.repeat(64) } });
    await store.db.agreementLetter.update({ where, data: { state: 'reset' } });
    return { reference: row.reference };
  };

  test('is told to the other side once it was sent', async () => {
    const people = (await told('AgreementLetterWasReset', await takenBack(1, true)))?.people;
    expect(people).toEqual(all(HOLDERS, WINNERS));
  });

  test('is told to nobody while it was the team’s alone', async () => {
    expect(await told('AgreementLetterWasReset', await takenBack(2, false))).toBeNull();
    expect(await told('AgreementLetterWasReset', {})).toBeNull();
  });
});

describe('what is said', () => {
  const OWN = ['agreementLetter', 'monitoring', 'obligations', 'funding'] as const;
  const THINGS = ['claim', 'change', 'monitoringReport', 'obligation'] as const;

  test('the subject ends in the question’s title, and the words hold nothing that was typed about the thing', async () => {
    const secret = 'typed-by-somebody';
    for (const { fact } of deliveryNotices) {
      const said = await told(fact, { reference: REFERENCE, words: secret, reason: secret, amount: secret });
      if (!said) continue;
      expect(said.subject.endsWith(`: ${made.question.title}`)).toBe(true);
      expect(JSON.stringify(said)).not.toContain(secret);
      expect(said.body).not.toContain('{');
      expect(said.body).toMatch(/[.]$/);
    }
  });

  test('each leads to its own page: of the thing that the fact names, or of that part of the award', async () => {
    const own: string[] = OWN.map((page) => pages[page](made.award.reference));
    const things: string[] = THINGS.map((page) => pages[page](REFERENCE));
    for (const { fact } of deliveryNotices) {
      const said = await told(fact);
      if (said) expect([...own, ...things]).toContain(said.path);
    }
    expect((await told('PaymentClaimWasPaid'))?.path).toBe(pages.claim(REFERENCE));
    expect((await told('ChangeWasRequested'))?.path).toBe(pages.change(REFERENCE));
    expect((await told('MonitoringReportIsDue'))?.path).toBe(pages.monitoringReport(REFERENCE));
    expect((await told('ObligationIsOverdue'))?.path).toBe(pages.obligation(REFERENCE));
    expect((await told('TrancheIsLate'))?.path).toBe(pages.funding(made.award.reference));
  });

  test('a fact that names no thing leads to the award', async () => {
    expect((await told('PaymentClaimWasPaid', {}))?.path).toBe(pages.award(made.award.reference));
    expect((await told('ObligationIsOverdue', { reference: 7 }))?.path).toBe(
      pages.award(made.award.reference),
    );
  });

  test.each([
    ['MonitoringReportIsDue', 'It is due on 4 January 2027.'],
    ['MonitoringReportIsOverdue', 'It was due on 4 January 2027.'],
    ['ObligationIsOverdue', 'The team was to supply it by 4 January 2027.'],
  ])('%s says its day', async (name, body) => {
    expect((await told(name, { reference: REFERENCE, dueOn: '2027-01-04' }))?.body).toBe(body);
  });
});
