import type { RequestView } from '~/domain/requests/queries/request-page.server';
import { showInstant } from '~/domain/uk-time';
import { Timeline } from '~/ui/report/timeline';

const TITLES = {
  asked: 'Asked',
  commented: 'Comment',
  held: 'Held: it is being looked into',
  accepted: 'Accepted',
  declined: 'Declined',
  cancelled: 'Cancelled',
  expired: 'Expired: nobody answered in time',
} as const;

/** What was said and done about a request, in order. */
export function RequestTimeline({ events }: { events: RequestView['events'] }) {
  return (
    <>
      <h2 className="govuk-heading-m">What happened</h2>
      <Timeline
        events={events.map(({ kind, at, text, person }) => ({
          title: TITLES[kind],
          when: showInstant(at),
          dateTime: new Date(at).toISOString(),
          by: person?.name,
          children: text,
        }))}
      />
    </>
  );
}
