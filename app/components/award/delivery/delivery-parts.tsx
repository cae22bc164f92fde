import type { DeliveryStanding } from '~/domain/awards/delivery/delivery-standing.server';
import { LETTER_STATES, type LetterState } from '~/domain/awards/agreement/agreement-letter';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { TaskList } from '~/ui/content/task-list';

interface Props {
  award: string;
  standing: DeliveryStanding;
  seesFunding: boolean;
}

const late = (count: number) => (count > 0 ? <Tag colour="red">{`${count} overdue`}</Tag> : null);
const counted = (count: number, none: string) => (count === 0 ? none : String(count));

/** Everything that is between the two sides of a contract, and where something is overdue. */
export const DeliveryParts = ({ award, standing, seesFunding }: Props) => (
  <>
    <h2 className="govuk-heading-m">Between the two sides</h2>
    <TaskList
      idPrefix="delivery"
      tasks={[
        {
          title: 'Agreement letter',
          href: paths.agreementLetter(award),
          status: standing.letter ? LETTER_STATES[standing.letter as LetterState] : 'None sent',
        },
        {
          title: 'What the team supplies',
          href: paths.obligations(award),
          status:
            late(standing.obligationsLate) ??
            (standing.obligationsDisputed > 0 ? (
              <Tag colour="orange">{`${standing.obligationsDisputed} disputed`}</Tag>
            ) : (
              counted(standing.obligations, 'Nothing')
            )),
        },
        {
          title: 'Monitoring reports',
          href: paths.monitoring(award),
          status: late(standing.reportsLate) ?? counted(standing.reports, 'None planned'),
        },
        {
          title: 'Changes of the plan',
          href: paths.changes(award),
          status:
            standing.changesAsked > 0 ? (
              <Tag colour="blue">{`${standing.changesAsked} to answer`}</Tag>
            ) : (
              `Plan ${Math.max(standing.plans, 1)}`
            ),
        },
        seesFunding && {
          title: 'Funding',
          href: paths.funding(award),
          status:
            standing.tranchesLate > 0 ? (
              <Tag colour="red">{`${standing.tranchesLate} late`}</Tag>
            ) : (
              counted(standing.funders, 'No funder recorded')
            ),
        },
      ]}
    />
  </>
);
