import { describe, expect, test } from 'vitest';
import type { Milestone } from '../delivery/milestone';
import { CHANGE_KIND_CODES } from './change-request';
import { PROPOSALS, readProposal, type Proposal } from './proposal';
import { proposalRefusal, type NamedPeople } from './proposal-refusal';
import { proposedLines } from './proposed-lines';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = new Date('2026-12-10T09:00:00Z');
const kind = { code: 'deliverable', name: 'Deliverable', delivers: true, publishes: true, protocol: false };
const delivered = {
  id: 'd',
  reference: 'AAAAAAAA',
  title: 'Report',
  deliveredAt: at,
  reviewedAt: at,
  reviewedById: null,
  returnedAt: null,
  acceptedAt: at,
};
const milestone = (position: number, amount: number, over: Partial<Milestone> = {}): Milestone => ({
  id: `m${position}`,
  position,
  title: `Milestone ${position}`,
  dueOn: day('2027-03-01'),
  amount,
  approval: false,
  kind,
  paidAt: null,
  cancelledAt: null,
  deliverables: [],
  ...over,
});

const award = {
  amount: 6_000_000,
  startsOn: day('2027-01-11'),
  endsOn: day('2027-09-30'),
  winners: [
    { personId: 'lead', role: 'lead' as const },
    { personId: 'editor', role: 'editor' as const },
  ],
  milestones: [
    milestone(1, 1_000_000, { paidAt: at, deliverables: [delivered] }),
    milestone(2, 2_000_000, { deliverables: [delivered] }),
    milestone(3, 3_000_000),
    milestone(4, 0, { cancelledAt: at }),
  ],
};
const nobody: NamedPeople = { joins: null, leaves: null };
const person = (id: string, asks = false) => ({ id, name: `Name of ${id}`, asks });
const refusal = (proposal: Proposal, people = nobody) =>
  proposalRefusal(award, proposal, people)?.name ?? null;

describe('what a change proposes', () => {
  const whole: Record<string, object> = {
    dates: { endsOn: '2027-12-31', rows: [{ position: '3', dueOn: '2027-11-30' }] },
    budget: { rows: [{ position: '3', amount: '£30,000.50' }] },
    people: { joins: '', leaves: undefined, role: 'partner' },
    scope: { text: ' Two ports\r\nmore ', position: '', title: '' },
    suspension: { from: { day: '1', month: '2', year: '2027' }, until: '2027-03-01' },
    termination: { lastDay: '2027-04-01' },
  };

  test.each(CHANGE_KIND_CODES)('is read back from the database as it was asked: %s', (code) => {
    const asked = readProposal(code, whole[code]);
    expect(asked.kind).toBe(code);
    const { kind: _, ...stored } = asked;
    expect(readProposal(code, JSON.parse(JSON.stringify(stored)))).toEqual(asked);
  });

  test('is as typed in days, pence and clean lines', () => {
    expect(readProposal('budget', whole.budget)).toMatchObject({
      rows: [{ position: 3, amount: 3_000_050 }],
    });
    expect(readProposal('scope', whole.scope)).toMatchObject({ text: 'Two ports\nmore', title: '' });
    expect(readProposal('suspension', whole.suspension)).toMatchObject({ from: day('2027-02-01') });
  });

  test.each([
    ['dates', {}],
    ['dates', { endsOn: '2027-02-30' }],
    ['budget', { rows: [{ position: 0, amount: '£1' }] }],
    ['budget', { rows: [{ position: 3, amount: '-1' }] }],
    ['people', { role: 'lead' }],
    ['people', { joins: 'not a reference' }],
    ['scope', { text: ' ' }],
    ['scope', { text: 'x'.repeat(5001) }],
    ['suspension', { from: '2027-01-01' }],
    ['termination', { lastDay: '' }],
  ] as const)('of %s is refused as %j', (code, raw) => {
    expect(PROPOSALS[code].safeParse(raw).success).toBe(false);
  });

  test('of an unknown kind is nothing', () => {
    expect(() => readProposal('price', {})).toThrow();
  });
});

describe('a proposal can be the plan', () => {
  const dates = (endsOn: string, ...positions: number[]): Proposal => ({
    kind: 'dates',
    endsOn: day(endsOn),
    rows: positions.map((position) => ({ position, dueOn: day('2027-05-01') })),
  });
  test.each([
    ['a contract of one day', dates('2027-01-11'), null],
    ['a contract that ends before it starts', dates('2027-01-10'), 'ContractEndsBeforeItStarts'],
    ['the day of what is still owed', dates('2027-12-31', 3), null],
    ['the day of what was accepted', dates('2027-12-31', 3, 2), 'MilestoneIsDone'],
    ['the day of what was paid', dates('2027-12-31', 1), 'MilestoneIsDone'],
    ['the day of what was cancelled', dates('2027-12-31', 4), 'MilestoneIsDone'],
    ['the day of what does not exist', dates('2027-12-31', 9), 'MilestoneIsDone'],
  ])('with %s: %#', (_, proposal, name) => {
    expect(refusal(proposal)).toBe(name);
  });

  const budget = (...rows: [number, number][]): Proposal => ({
    kind: 'budget',
    rows: rows.map(([position, amount]) => ({ position, amount })),
  });
  test.each([
    ['money moved between two', budget([2, 1_000_000], [3, 4_000_000]), null],
    ['nothing moved', budget(), null],
    ['a penny more than the award', budget([3, 3_000_001]), 'MilestonesDoNotAddUp'],
    ['a penny less than the award', budget([3, 2_999_999]), 'MilestonesDoNotAddUp'],
    ['another amount for what was paid', budget([1, 0], [3, 4_000_000]), 'MilestoneIsPaid'],
    ['the same amount for what was paid', budget([1, 1_000_000], [3, 3_000_000]), null],
    ['an amount for what does not exist', budget([9, 0]), 'MilestoneIsUnknown'],
  ])('with %s: %#', (_, proposal, name) => {
    expect(refusal(proposal)).toBe(name);
  });

  test('says what the milestones come to, and to what they have to come', () => {
    expect(proposalRefusal(award, budget([3, 2_000_000]), nobody)?.message).toBe(
      'The milestones come to £50,000. They have to come to the award, £60,000.',
    );
  });

  const people = (joins?: string, leaves?: string): Proposal => ({
    kind: 'people',
    role: 'editor',
    joins,
    leaves,
  });
  test.each([
    ['nobody', people(), nobody, 'NobodyChanges'],
    ['somebody unknown who comes', people('X'), nobody, 'PersonIsUnknown'],
    [
      'somebody who is there and comes',
      people('E'),
      { joins: person('editor'), leaves: null },
      'PersonIsThere',
    ],
    ['somebody unknown who leaves', people(undefined, 'X'), nobody, 'PersonIsNotThere'],
    [
      'an outsider who leaves',
      people(undefined, 'O'),
      { joins: null, leaves: person('o') },
      'PersonIsNotThere',
    ],
    ['the lead who leaves', people(undefined, 'L'), { joins: null, leaves: person('lead') }, 'LeadStays'],
    ['one of the team who comes', people('T'), { joins: person('t', true), leaves: null }, 'PersonAsks'],
    ['one who comes', people('N'), { joins: person('new'), leaves: null }, null],
    ['one for another', people('N', 'E'), { joins: person('new'), leaves: person('editor') }, null],
  ])('with %s: %#', (_, proposal, named, name) => {
    expect(refusal(proposal, named)).toBe(name);
  });

  const suspension = (from: string, until: string): Proposal => ({
    kind: 'suspension',
    from: day(from),
    until: day(until),
  });
  const ends = (lastDay: string): Proposal => ({ kind: 'termination', lastDay: day(lastDay) });
  const scope = (position?: number): Proposal => ({
    kind: 'scope',
    text: 'More ports',
    position,
    title: 'New',
  });
  test.each([
    ['a rest of one day', suspension('2027-02-01', '2027-02-01'), null],
    ['a rest backwards', suspension('2027-02-02', '2027-02-01'), 'SuspensionEndsBeforeItStarts'],
    ['an end on the first day', ends('2027-01-11'), null],
    ['an end before the first day', ends('2027-01-10'), 'EndIsBeforeTheStart'],
    ['an end on the last day of the contract', ends('2027-09-30'), null],
    ['an early end after the contract', ends('2027-10-01'), 'EndIsNotEarly'],
    ['another scope of the whole', scope(), null],
    ['another scope of a milestone', scope(3), null],
    ['another scope of no milestone', scope(9), 'MilestoneIsUnknown'],
  ])('with %s: %#', (_, proposal, name) => {
    expect(refusal(proposal)).toBe(name);
  });
});

describe('whoever decides reads', () => {
  const lines = (
    proposal: Proposal,
    names = { joins: null as string | null, leaves: null as string | null },
  ) => proposedLines(proposal, award, names).map(({ what, proposed }) => `${what}: ${proposed}`);

  test('each day, amount, name and title in words', () => {
    expect(
      lines({ kind: 'dates', endsOn: day('2027-12-31'), rows: [{ position: 3, dueOn: day('2027-11-30') }] }),
    ).toEqual(['Last day of the contract: 31 December 2027', 'Milestone 3: 30 November 2027']);
    expect(lines({ kind: 'budget', rows: [{ position: 3, amount: 50 }] })).toEqual(['Milestone 3: £0.50']);
    expect(
      lines({ kind: 'people', joins: 'N', leaves: 'E', role: 'partner' }, { joins: 'Ada', leaves: 'Bo' }),
    ).toEqual(['Leaves: Bo', 'Comes: Ada, as partner']);
    expect(lines({ kind: 'suspension', from: day('2027-02-01'), until: day('2027-03-01') })).toEqual([
      'Work rests: 1 February 2027 to 1 March 2027',
    ]);
    expect(lines({ kind: 'termination', lastDay: day('2027-04-01') })[0]).toMatch(/cancelled\.$/);
  });

  test('a new title only where a milestone is named too', () => {
    expect(lines({ kind: 'scope', text: 'More', position: 3, title: 'Ports' })).toEqual([
      'What changes: More',
      'Milestone 3: is called “Ports”',
    ]);
    expect(lines({ kind: 'scope', text: 'More', position: 3, title: '' })).toEqual(['What changes: More']);
  });
});
