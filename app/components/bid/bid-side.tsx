import { paths } from '~/paths';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';
import { showMoney } from '~/domain/money';
import { showInstant } from '~/domain/uk-time';
import { Deadline } from './deadline';

interface Props {
  bid: {
    reference: string;
    question: string;
    closesAt: Date | null;
    millisecondsLeft: number;
    open: boolean;
    team: string;
    organisation: string | null;
    total: number;
    people: { name: string; role: string; answer: string }[];
    partners: string[];
    savedBy: string | null;
    savedAt: Date;
  };
}

const answers: Record<string, string> = { asked: ' (asked)', declined: ' (declined)', accepted: '' };

/** Beside a bid: its deadline, price and people. */
export function BidSide({ bid }: Props) {
  return (
    <SidePanel title="At a glance">
      <Facts
        items={[
          { name: 'Deadline', value: <Deadline {...bid} /> },
          { name: 'Asked by', value: bid.team },
          { name: 'Bids for', value: bid.organisation ?? 'No organisation' },
          { name: 'Price, without VAT', value: bid.total === 0 ? 'Not yet' : showMoney(bid.total) },
          {
            name: 'People',
            value: bid.people.map(({ name, answer }) => name + (answers[answer] ?? '')).join(', '),
          },
          bid.partners.length > 0 && { name: 'Partner organisations', value: bid.partners.join(', ') },
          {
            name: 'Last saved',
            value: `${showInstant(bid.savedAt)}${bid.savedBy ? ` by ${bid.savedBy}` : ''}`,
          },
        ]}
      />
      <p className="govuk-body-s">
        <a className="govuk-link" href={paths.question(bid.question)}>
          The question
        </a>
        <br />
        <a className="govuk-link" href={paths.bidTeam(bid.reference)}>
          People and partners
        </a>
      </p>
      <p className="govuk-body-s">
        Everything here is encrypted. Nobody outside this bid can read it, or see that it exists, before it is
        opened.{' '}
        <a className="govuk-link" href={paths.sealing()}>
          How bids are sealed
        </a>
      </p>
    </SidePanel>
  );
}
