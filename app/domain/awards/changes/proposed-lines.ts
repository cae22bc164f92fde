import { showMoney } from '../../money';
import { showDate } from '../../uk-time';
import type { AwardRecord } from '../load-award.server';
import type { Proposal } from './proposal';

export interface ProposedLine {
  what: string;
  proposed: string;
}

interface Names {
  joins: string | null;
  leaves: string | null;
}

/** What a request proposes, a line a thing, in words for whoever decides. */
export function proposedLines(
  proposal: Proposal,
  { milestones }: Pick<AwardRecord, 'milestones'>,
  names: Names,
): ProposedLine[] {
  const titleOf = (position: number | undefined) =>
    milestones.find((one) => one.position === position)?.title ?? `Milestone ${position}`;
  switch (proposal.kind) {
    case 'dates':
      return [
        { what: 'Last day of the contract', proposed: showDate(proposal.endsOn) },
        ...proposal.rows.map((row) => ({ what: titleOf(row.position), proposed: showDate(row.dueOn) })),
      ];
    case 'budget':
      return proposal.rows.map((row) => ({ what: titleOf(row.position), proposed: showMoney(row.amount) }));
    case 'people':
      return [
        ...(names.leaves ? [{ what: 'Leaves', proposed: names.leaves }] : []),
        ...(names.joins ? [{ what: 'Comes', proposed: `${names.joins}, as ${proposal.role}` }] : []),
      ];
    case 'scope':
      return [
        { what: 'What changes', proposed: proposal.text },
        ...(proposal.position && proposal.title
          ? [{ what: titleOf(proposal.position), proposed: `is called “${proposal.title}”` }]
          : []),
      ];
    case 'suspension':
      return [{ what: 'Work rests', proposed: `${showDate(proposal.from)} to ${showDate(proposal.until)}` }];
    case 'termination':
      return [
        {
          what: 'Last day of the work',
          proposed: `${showDate(proposal.lastDay)}. What was not accepted by then is cancelled.`,
        },
      ];
  }
}
