import { CLAIM_STATES, type ClaimState } from '~/domain/awards/claims/payment-claim';
import type { MilestoneState } from '~/domain/awards/delivery/milestone';
import { showMoney } from '~/domain/money';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Tag } from '~/ui/content/tag';
import { MilestoneTag } from './award-tag';

interface Milestone {
  position: number;
  title: string;
  dueOn: Date;
  amount: number;
  approval: boolean;
  kind: { name: string };
  overdue: boolean;
  claims: { reference: string; amount: number; state: string }[];
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
  claim: boolean;
}

const STATES = { accepted: 'accepted', returned: 'returned', waiting: 'not decided yet' };

/** What is owed, what arrived and what was paid. */
export const MilestoneList = ({ award, milestones }: { award: string; milestones: Milestone[] }) => (
  <>
    <h2 className="govuk-heading-m">Milestones</h2>
    {milestones.map((milestone) => {
      const { position, title, deliver, pay, claim } = milestone;
      const actions = [
        ...(deliver ? [{ href: paths.deliver(award, position), text: 'Deliver', about: title }] : []),
        ...(claim
          ? [{ href: paths.makeClaim(award, position), text: 'Claim the payment', about: `of ${title}` }]
          : []),
        ...(pay
          ? [{ href: paths.payMilestone(award, position), text: 'Record the payment', about: `of ${title}` }]
          : []),
      ];
      return (
        <SummaryList
          key={position}
          card={{ title: `${position}. ${title}`, ...(actions.length > 0 ? { actions } : {}) }}
          rows={[
            { key: 'State', value: <State milestone={milestone} /> },
            { key: 'Kind', value: milestone.kind.name },
            { key: 'Due', value: showDate(milestone.dueOn) },
            milestone.approval
              ? { key: 'Approval', value: 'What comes after it waits for this approval' }
              : { key: 'Payment', value: payment(milestone) },
            milestone.waits.length > 0 && { key: 'Waits for', value: milestone.waits.join('; ') },
            milestone.claims.length > 0 && { key: 'Claimed', value: <Claims claims={milestone.claims} /> },
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

const State = ({ milestone }: { milestone: Milestone }) => (
  <>
    <MilestoneTag state={milestone.state} /> {milestone.overdue && <Tag colour="red">Overdue</Tag>}
  </>
);

const Claims = ({ claims }: Pick<Milestone, 'claims'>) => (
  <ul className="govuk-list">
    {claims.map(({ reference, amount, state }) => (
      <li key={reference}>
        <a className="govuk-link" href={paths.claim(reference)}>
          {showMoney(amount)}
        </a>
        , {(CLAIM_STATES[state as ClaimState] ?? state).toLowerCase()}
      </li>
    ))}
  </ul>
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
