import { showMoney } from '../../money';
import { refuse, refuseField, type Refusal } from '../../refusal';
import type { AwardRecord } from '../load-award.server';
import { owesWork } from '../delivery/milestone';
import type { Proposal, Proposals } from './proposal';

/** The people whom a proposal names, as the database knows them. */
export interface NamedPeople {
  /** `asks`: they belong to those who asked the question, or judge the bids for it. */
  joins: { id: string; name: string; asks: boolean } | null;
  leaves: { id: string; name: string } | null;
}

type Known = Pick<AwardRecord, 'amount' | 'milestones' | 'startsOn' | 'endsOn' | 'winners'>;

/** Why a proposal cannot be the plan: judged when it is asked, and again when it is accepted. */
export function proposalRefusal(award: Known, proposal: Proposal, people: NamedPeople): Refusal | null {
  switch (proposal.kind) {
    case 'dates':
      return datesRefusal(award, proposal);
    case 'budget':
      return budgetRefusal(award, proposal);
    case 'people':
      return peopleRefusal(award, proposal, people);
    case 'scope':
      return proposal.position && !award.milestones.some((one) => one.position === proposal.position)
        ? refuseField('MilestoneIsUnknown', 'position', 'Choose a milestone of this award')
        : null;
    case 'suspension':
      return proposal.until < proposal.from
        ? refuseField('SuspensionEndsBeforeItStarts', 'until', 'The last day cannot come before the first')
        : null;
    case 'termination':
      return terminationRefusal(award, proposal);
  }
}

function datesRefusal({ milestones, startsOn }: Known, { endsOn, rows }: Proposals['dates']): Refusal | null {
  if (startsOn && endsOn < startsOn)
    return refuseField('ContractEndsBeforeItStarts', 'endsOn', 'The last day cannot come before the first');
  const fixed = rows.find((row) => !milestones.some((one) => one.position === row.position && owesWork(one)));
  return fixed
    ? refuse('MilestoneIsDone', 'The date of a milestone that was accepted or cancelled stays as it is.')
    : null;
}

function terminationRefusal(
  { startsOn, endsOn }: Known,
  { lastDay }: Proposals['termination'],
): Refusal | null {
  if (startsOn && lastDay < startsOn)
    return refuseField(
      'EndIsBeforeTheStart',
      'lastDay',
      'The last day cannot come before the contract’s first',
    );
  return endsOn && lastDay > endsOn
    ? refuseField('EndIsNotEarly', 'lastDay', 'An early end comes no later than the contract’s last day')
    : null;
}

function budgetRefusal({ milestones, amount }: Known, { rows }: Proposals['budget']): Refusal | null {
  if (rows.some(({ position }) => !milestones.some((one) => one.position === position)))
    return refuse('MilestoneIsUnknown', 'An amount is for a milestone that this award does not have.');
  const asked = new Map(rows.map((row) => [row.position, row.amount]));
  const paid = milestones.find((one) => one.paidAt && (asked.get(one.position) ?? one.amount) !== one.amount);
  if (paid) return refuse('MilestoneIsPaid', `“${paid.title}” has been paid, so its amount stays as it is.`);
  const sum = milestones.reduce((all, one) => all + (asked.get(one.position) ?? one.amount), 0);
  return sum === amount
    ? null
    : refuse(
        'MilestonesDoNotAddUp',
        `The milestones come to ${showMoney(sum)}. They have to come to the award, ${showMoney(amount)}.`,
      );
}

function peopleRefusal({ winners }: Known, asked: Proposals['people'], people: NamedPeople): Refusal | null {
  if (!asked.joins && !asked.leaves) return refuse('NobodyChanges', 'Say who comes, who leaves, or both.');
  if (asked.joins && !people.joins)
    return refuseField('PersonIsUnknown', 'joins', 'Nobody verified has this reference');
  if (people.joins && winners.some(({ personId }) => personId === people.joins?.id))
    return refuseField('PersonIsThere', 'joins', 'They work on it already');
  if (people.joins?.asks)
    return refuseField('PersonAsks', 'joins', 'They belong to the team or the panel, so they cannot deliver');
  const leaving = winners.find(({ personId }) => personId === people.leaves?.id);
  if (asked.leaves && !leaving) return refuseField('PersonIsNotThere', 'leaves', 'They do not work on it');
  return leaving?.role === 'lead'
    ? refuseField('LeadStays', 'leaves', 'The lead stays; an early end is another kind of change')
    : null;
}
