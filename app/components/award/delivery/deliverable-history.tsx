import { showInstant } from '~/domain/uk-time';
import { Timeline, type TimelineEvent } from '~/ui/report/timeline';
import { Lines } from '~/components/lines';

interface Props {
  view: {
    deliveredAt: Date;
    deliveredByName: string;
    reviewedAt: Date | null;
    reviewedByName: string | null;
    reviewNote: string | null;
    acceptedAt: Date | null;
    acceptedByName: string | null;
    returnedAt: Date | null;
    returnedReason: string | null;
  };
}

const event = (title: string, at: Date | null, by: string | null, text: string | null): TimelineEvent[] =>
  at === null
    ? []
    : [
        {
          title,
          when: showInstant(at),
          dateTime: new Date(at).toISOString(),
          ...(by ? { by } : {}),
          ...(text ? { children: <Lines text={text} /> } : {}),
        },
      ];

/** What happened to a deliverable, in order. */
export const DeliverableHistory = ({ view }: Props) => (
  <>
    <h2 className="govuk-heading-m">What happened</h2>
    <Timeline
      events={[
        ...event('Delivered', view.deliveredAt, view.deliveredByName, null),
        ...event('Reviewed', view.reviewedAt, view.reviewedByName, view.reviewNote),
        ...event('Accepted', view.acceptedAt, view.acceptedByName, null),
        ...event('Returned', view.returnedAt, null, view.returnedReason),
      ]}
    />
  </>
);
