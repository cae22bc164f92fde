import { DIRECTION_WORDS } from '~/domain/knowledge/interventions/direction';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { paths } from '~/paths';

/** What a finding says of interventions and objectives; each leads to the page with both sides. */
export function FindingDirections({ finding: { directions, reference, may } }: { finding: FindingView }) {
  if (directions.length === 0 && !may.recordDirection) return null;
  return (
    <section aria-labelledby="directions">
      <h2 className="govuk-heading-l" id="directions">
        Does it work?
      </h2>
      {directions.length === 0 && (
        <p className="govuk-body">What it says of any intervention is not recorded yet.</p>
      )}
      <ul className="govuk-list">
        {directions.map(({ about, name, slug, direction, note }) => (
          <li key={about} className="mb-3">
            <a className="govuk-link" href={slug ? paths.intervention(slug) : paths.objective(about)}>
              {name}
            </a>
            : <strong>{DIRECTION_WORDS[direction].says}.</strong> {note}
            {may.recordDirection && (
              <>
                {' '}
                <a className="govuk-link" href={paths.recordDirection(reference, about)}>
                  Change<span className="govuk-visually-hidden"> what it says of {name}</span>
                </a>{' '}
                <a className="govuk-link" href={paths.removeDirection(reference, about)}>
                  Remove<span className="govuk-visually-hidden"> what it says of {name}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {may.recordDirection && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.recordDirection(reference)}>
            Record what it says of an intervention
          </a>
        </p>
      )}
    </section>
  );
}
