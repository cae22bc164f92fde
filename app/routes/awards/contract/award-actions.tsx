import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  view: {
    reference: string;
    question: { reference: string };
    may: {
      tellBidders: boolean;
      withdraw: boolean;
      decline: boolean;
      planMilestones: boolean;
      signContract: boolean;
      close: boolean;
      closeEarly: boolean;
    };
  };
}

/** The next step first, as the one button. */
export function AwardActions({ view: { reference, question, may } }: Props) {
  const links = [
    may.planMilestones && { text: 'Change the milestones', href: paths.planMilestones(reference) },
    may.closeEarly && !may.close && { text: 'Close it with things open', href: paths.closeAward(reference) },
    may.decline && { text: 'Decline the award', href: paths.declineAward(reference) },
    may.withdraw && { text: 'Withdraw the decision', href: paths.withdrawAward(reference) },
  ].filter((link) => link !== false);
  return (
    <ActionBar>
      {may.tellBidders && <Button href={paths.summaries(question.reference)}>Tell the bidders</Button>}
      {may.signContract && <Button href={paths.signContract(reference)}>Record the contract</Button>}
      {may.close && <Button href={paths.closeAward(reference)}>Close the award</Button>}
      {links.map(({ text, href }) => (
        <a key={href} className="govuk-link" href={href}>
          {text}
        </a>
      ))}
    </ActionBar>
  );
}
