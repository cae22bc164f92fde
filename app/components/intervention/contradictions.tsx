import type { Contradiction, EvidenceRow } from '~/domain/knowledge/interventions/evidence-on.server';
import { DIRECTION_WORDS } from '~/domain/knowledge/interventions/direction';
import { paths } from '~/paths';

type Side = { reference: string; title: string; year: number | null };

function SideShown({ side, row }: { side: Side; row: EvidenceRow | undefined }) {
  return (
    <div className="govuk-grid-column-one-half">
      <h4 className="govuk-heading-s">
        <a className="govuk-link" href={paths.finding(side.reference)}>
          {side.title}
        </a>
        {side.year !== null && ` (${side.year})`}
      </h4>
      {row ? (
        <p className="govuk-body">
          {DIRECTION_WORDS[row.direction].says}. {row.note}
        </p>
      ) : (
        <p className="govuk-body">What it says of this is not recorded.</p>
      )}
    </div>
  );
}

/** Findings that contradict each other, side by side, with what the coordinator confirmed of them. */
export function Contradictions({ pairs, rows }: { pairs: Contradiction[]; rows: EvidenceRow[] }) {
  if (pairs.length === 0) return null;
  const rowOf = (reference: string) => rows.find((row) => row.reference === reference);
  return (
    <section aria-labelledby="contradictions">
      <h2 className="govuk-heading-l" id="contradictions">
        What contradicts what
      </h2>
      {pairs.map(({ from, to, fromTitle, toTitle, fromYear, toYear, note }) => (
        <section key={`${from} ${to}`} aria-label={`${fromTitle} and ${toTitle}`}>
          <h3 className="govuk-heading-m">Two findings that contradict each other</h3>
          <div className="govuk-grid-row">
            <SideShown side={{ reference: from, title: fromTitle, year: fromYear }} row={rowOf(from)} />
            <SideShown side={{ reference: to, title: toTitle, year: toYear }} row={rowOf(to)} />
          </div>
          <p className="govuk-body">Why: {note}</p>
        </section>
      ))}
    </section>
  );
}
