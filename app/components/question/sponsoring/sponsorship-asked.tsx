import type { SponsorshipPage } from '~/domain/questions/queries/sponsorship-page.server';
import { sponsorshipLabel } from '~/domain/questions/sponsoring/sponsorship';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '../../lines';

type Shown = Omit<SponsorshipPage, 'requestedAt' | 'neededBy' | 'lapsesAt'> & {
  requestedAt: Date | string;
  neededBy: Date | string;
  lapsesAt: Date | string;
};

/** What another team asked for, and where that stands. */
export function SponsorshipAsked({ sponsorship }: { sponsorship: Shown }) {
  const { question, team, state, reason, lapsesAt } = sponsorship;
  const until =
    state === 'requested' ? `, until the end of ${showDay(new Date(new Date(lapsesAt).getTime() - 1))}` : '';
  return (
    <SummaryList
      rows={[
        { key: 'State', value: `${sponsorshipLabel(state)}${until}` },
        reason !== '' && { key: 'Reason', value: <Lines text={reason} /> },
        {
          key: 'Question',
          value: question.seen ? (
            <a className="govuk-link" href={paths.question(question.reference)}>
              {question.title}
            </a>
          ) : (
            question.title
          ),
        },
        {
          key: 'Team',
          value: (
            <a className="govuk-link" href={paths.team(team.reference)}>
              {team.name}, {team.organisation}
            </a>
          ),
        },
        { key: 'Asked by', value: `${sponsorship.requestedBy}, ${showDay(sponsorship.requestedAt)}` },
        { key: 'Needed for', value: <Lines text={sponsorship.neededFor} /> },
        { key: 'Their context', value: <Lines text={sponsorship.context} /> },
        { key: 'Needed by', value: showDate(sponsorship.neededBy) },
      ]}
    />
  );
}
