import { stateTag } from '~/components/question/state-tag';
import type { PanelWork } from '~/domain/insight/progress/progress';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

type Sent = Omit<PanelWork, 'decisionDate'> & { decisionDate: Date | string | null };

const progressOf = ({ bids, scored, role }: Sent): string => {
  if (bids === null) return 'No bid to score yet';
  return role === 'moderator' ? `${bids} to be scored` : `${scored} of ${bids} scored`;
};

/** What a panel member scores, how far they have come, and by when. */
export const PanelTable = ({ panels }: { panels: Sent[] }) => (
  <>
    <h2 className="govuk-heading-l">What you judge</h2>
    <ScrollingTable
      name="Panels"
      caption="Panels that you are on"
      captionSize="m"
      head={['Question', 'Your part', 'State', 'Scores', 'Decision by']}
      rows={panels.map((panel) => [
        <a key={panel.reference} className="govuk-link" href={paths.question(panel.reference)}>
          {panel.title}
        </a>,
        panel.role === 'moderator' ? 'Moderator' : 'Evaluator',
        stateTag(panel.state, null).text,
        panel.bids === null ? (
          progressOf(panel)
        ) : (
          <a key="scores" className="govuk-link" href={paths.evaluation(panel.reference)}>
            {progressOf(panel)}
          </a>
        ),
        panel.decisionDate ? showDate(panel.decisionDate) : 'No date',
      ])}
    />
  </>
);
