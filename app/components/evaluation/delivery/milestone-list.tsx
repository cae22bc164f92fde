import type { MilestoneState } from '~/domain/awards/delivery/milestone';
import { showMoney } from '~/domain/money';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { MilestoneTag } from './award-tag';

interface Milestone {
  position: number;
  title: string;
  dueOn: Date;
  amount: number;
  approval: boolean;
  state: MilestoneState;
  paidAt: Date | null;
  waits: string[];
  deliverables: {
    reference: string;
    title: string;
    deliveredAt: Date;
    state: 'accepted' | 'returned' | 'waiting';
  }[];
  deliver: boolean;
  pay: boolean;
}

const STATES = { accepted: 'accepted', returned: 'returned', waiting: 'not decided yet' };

/** What is owed, what arrived and what was paid. */
export const MilestoneList = ({ award, milestones }: { award: string; milestones: Milestone[] }) => (
  <>
    <h2 className="govuk-heading-m">Milestones</h2>
    {milestones.map((milestone) => {
      const { position, title, deliver, pay } = milestone;
      const actions = [
        ...(deliver ? [{ href: paths.deliver(award, position), text: 'Deliver', about: title }] : []),
        ...(pay
          ? [{ href: paths.payMilestone(award, position), text: 'Record the payment', about: `of ${title}` }]
          : []),
      ];
      return (
        <SummaryList
          key={position}
          card={{ title: `${position}. ${title}`, ...(actions.length > 0 ? { actions } : {}) }}
          rows={[
            { key: 'State', value: <MilestoneTag state={milestone.state} /> },
            { key: 'Due', value: showDate(milestone.dueOn) },
            milestone.approval
              ? { key: 'Approval', value: 'What comes after it waits for this approval' }
              : { key: 'Payment', value: payment(milestone) },
            milestone.waits.length > 0 && { key: 'Waits for', value: milestone.waits.join('; ') },
            milestone.deliverables.length > 0 && {
              key: 'Delivered',
              value: <Delivered milestone={milestone} />,
            },
          ]}
        />
      );
    })}
  </>
);

const payment = ({ amount, paidAt }: Milestone): string =>
  amount === 0 ? 'None' : `${showMoney(amount)}${paidAt ? `, paid on ${showDay(paidAt)}` : ''}`;

const Delivered = ({ milestone }: { milestone: Milestone }) => (
  <ul className="govuk-list">
    {milestone.deliverables.map(({ reference, title, deliveredAt, state }) => (
      <li key={reference}>
        <a className="govuk-link" href={paths.deliverable(reference)}>
          {title}
        </a>
        , {showDay(deliveredAt)}, {STATES[state]}
      </li>
    ))}
  </ul>
);
