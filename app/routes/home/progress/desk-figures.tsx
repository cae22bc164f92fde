import { QUEUES, type QueueKind } from '~/domain/curation/queue';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  queues: { kind: QueueKind; count: number; oldest: Date | string }[];
  weeks: { startsOn: Date | string; endsOn: Date | string; findings: number; questions: number }[];
}

const day = (given: Date | string): string => new Date(given).toISOString().slice(0, 10);

/** What waits, since when, and what went out in the last weeks; each figure leads to what it counts. */
export const DeskFigures = ({ queues, weeks }: Props) => (
  <>
    <h2 className="govuk-heading-l">What coordinators keep</h2>
    {queues.length === 0 ? (
      <p className="govuk-body">Nothing waits on the desk.</p>
    ) : (
      <ScrollingTable
        name="Queues"
        caption="Waiting on the desk, the oldest first"
        captionSize="m"
        head={['Queue', { content: 'Waiting', format: 'numeric' }, 'The oldest since']}
        rows={queues.map(({ kind, count, oldest }) => [
          QUEUES[kind].title,
          {
            content: (
              <a className="govuk-link" href={paths.deskQueue(kind)}>
                {count}
              </a>
            ),
            format: 'numeric' as const,
          },
          showDay(oldest),
        ])}
      />
    )}
    <ScrollingTable
      name="Weeks"
      caption="Published in the last eight weeks"
      captionSize="m"
      head={[
        'Week from',
        { content: 'Findings', format: 'numeric' },
        { content: 'Questions', format: 'numeric' },
      ]}
      rows={weeks.map(({ startsOn, endsOn, findings, questions }) => {
        const within = `published:${day(startsOn)}..${day(endsOn)}`;
        return [
          showDate(startsOn),
          { content: <Figure count={findings} of="finding" q={within} />, format: 'numeric' as const },
          { content: <Figure count={questions} of="question" q={within} />, format: 'numeric' as const },
        ];
      })}
    />
  </>
);

/** Nothing leads nowhere. */
const Figure = ({ count, of, q }: { count: number; of: 'finding' | 'question'; q: string }) =>
  count === 0 ? (
    0
  ) : (
    <a className="govuk-link" href={paths.search(q, of)}>
      {count}
    </a>
  );
