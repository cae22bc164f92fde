import { Fragment } from 'react';
import type { GroupPage, ShownEnding } from '~/domain/governance/groups/queries/group-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Timeline } from '~/ui/report/timeline';

const endingTitle = ({ kind, into }: ShownEnding) =>
  kind === 'merged' && into ? (
    <>
      Merged into{' '}
      <a className="govuk-link" href={paths.group(into.reference)}>
        {into.name}
      </a>
    </>
  ) : (
    'Closed'
  );

const eventsOf = (ending: ShownEnding) => [
  ...(ending.reopenedOn
    ? [
        {
          title: 'Reopened',
          when: showDate(ending.reopenedOn),
          children: <p className="govuk-body">{ending.reopenedReason}</p>,
        },
      ]
    : []),
  {
    title: endingTitle(ending),
    when: showDate(ending.endedOn),
    children: <p className="govuk-body">{ending.reason}</p>,
  },
];

/** How a group ended and began again, what went into it, and how it was described. */
export function GroupPast({ group }: { group: GroupPage }) {
  const { endings, takenIn, versions, openedOn } = group;
  return (
    <section aria-labelledby="past">
      <h2 className="govuk-heading-m" id="past">
        What became of it
      </h2>
      {takenIn.length > 0 && (
        <p className="govuk-body">
          Took in:{' '}
          {takenIn.map(({ reference, name, on, standing }, index) => (
            <Fragment key={`${reference}${on}`}>
              {index > 0 && ', '}
              <a className="govuk-link" href={paths.group(reference)}>
                {name}
              </a>{' '}
              on {showDate(on)}
              {!standing && ' (since reopened)'}
            </Fragment>
          ))}
        </p>
      )}
      <Timeline events={[...endings.flatMap(eventsOf), { title: 'Opened', when: showDate(openedOn) }]} />
      <h3 className="govuk-heading-s">How it was described</h3>
      <Timeline
        headingLevel={4}
        events={versions.map(({ number, changeNote, holdsFrom, content }) => ({
          title: changeNote,
          when: `from ${showDate(holdsFrom)}`,
          children: (
            <p className="govuk-body">
              Version {number}: {content.name}, chaired by {content.chair}. {content.purpose}
            </p>
          ),
        }))}
      />
    </section>
  );
}
