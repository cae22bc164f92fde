import type { ElicitationView } from '~/domain/elicitation/queries/elicitation-page.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';
import { LinkList } from '~/ui/navigation/link-list';

/** Beside an elicitation: its dates, who was asked where the reader runs it, and what else one may do. */
export function ElicitationActions({ view }: { view: ElicitationView }) {
  const { reference, may, invited, firstClosesAt, secondClosesAt, counts, stage, subject } = view;
  const links = [
    may.invite && { href: paths.elicitationExperts(reference), text: 'Invite experts' },
    may.readResult && { href: paths.elicitationCsv(reference), text: 'Every estimate as CSV' },
    may.leave && { href: paths.endElicitation(reference, 'leave'), text: 'Take no part any more' },
    may.withdraw && { href: paths.endElicitation(reference, 'withdraw'), text: 'Withdraw it' },
  ].filter((link) => link !== false);
  const facts = [
    {
      name: 'About',
      value: subject && (
        <a
          className="govuk-link"
          href={(subject.kind === 'question' ? paths.question : paths.finding)(subject.reference)}
        >
          {subject.title}
        </a>
      ),
    },
    { name: 'First estimates close', value: showInstant(firstClosesAt) },
    { name: 'Second estimates close', value: showInstant(secondClosesAt) },
    {
      name: 'Estimates in',
      value: stage === 'second' ? counts.second : stage === 'first' ? counts.first : null,
    },
    { name: 'Invited', value: invited.length > 0 && invited.join(', ') },
  ];
  return (
    <SidePanel title="About this elicitation" label="About this elicitation">
      <Facts items={facts.filter(({ value }) => value !== null && value !== false && value !== undefined)} />
      <LinkList links={links} />
    </SidePanel>
  );
}
