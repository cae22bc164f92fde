import type { UptakeReport } from '~/domain/ratings/queries/uptake-report.server';
import { UPTAKE_KINDS, UPTAKE_WORDS } from '~/domain/ratings/uptake/uptake';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';

/** The findings behind one number, with the first day of each step. */
export function UptakeFindings({ report: { step, findings, next } }: { report: UptakeReport }) {
  const title = step === 'none' ? 'Nothing recorded' : UPTAKE_WORDS[step].many;
  return (
    <section aria-labelledby="findings">
      <h2 className="govuk-heading-l" id="findings">
        {title}
      </h2>
      {findings.length === 0 ? (
        <EmptyState title="No finding">
          Steps are recorded on the page of a finding, by the teams that use it and by coordinators.
        </EmptyState>
      ) : (
        <ScrollingTable
          name={title}
          head={['Finding', ...UPTAKE_KINDS.map((kind) => UPTAKE_WORDS[kind].name)]}
          rows={findings.map((finding) => [
            <a key="link" className="govuk-link" href={`${paths.finding(finding.reference)}#uptake`}>
              {finding.title}
            </a>,
            ...UPTAKE_KINDS.map((kind) => {
              const day = finding[kind];
              return day === null ? 'None' : showDate(day);
            }),
          ])}
        />
      )}
      <Pagination
        {...(next ? { next: { href: `${paths.uptake(step, next)}#findings`, text: 'Next page' } } : {})}
      />
    </section>
  );
}
