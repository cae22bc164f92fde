import type { GroupPage } from '~/domain/governance/groups/queries/group-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Timeline } from '~/ui/report/timeline';

/** What a group decided, and what was decided by those that went into it. */
export function GroupDecisions({ group, keeps }: { group: GroupPage; keeps: boolean }) {
  const { decisions, reference } = group;
  return (
    <section aria-labelledby="decisions">
      <h2 className="govuk-heading-m" id="decisions">
        Decisions
      </h2>
      {decisions.length === 0 && <p className="govuk-body">None is recorded.</p>}
      <Timeline
        events={decisions.map(({ decidedOn, what, source, by, question, finding }) => ({
          title: what,
          when: showDate(decidedOn),
          dateTime: decidedOn,
          ...(by
            ? {
                by: (
                  <a className="govuk-link" href={paths.group(by.reference)}>
                    {by.name}
                  </a>
                ),
              }
            : {}),
          children: (
            <>
              {question && (
                <p className="govuk-body">
                  Asks:{' '}
                  <a className="govuk-link" href={paths.question(question.reference)}>
                    {question.title}
                  </a>
                </p>
              )}
              {finding && (
                <p className="govuk-body">
                  Rests on:{' '}
                  <a className="govuk-link" href={paths.finding(finding.reference)}>
                    {finding.title}
                  </a>
                </p>
              )}
              {source && <p className="govuk-body">Written down: {source}</p>}
            </>
          ),
        }))}
      />
      {keeps && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.groupDecision(reference)}>
            Record a decision
          </a>
        </p>
      )}
    </section>
  );
}
