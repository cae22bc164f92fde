import {
  cellAt,
  searchOf,
  showCell,
  type BusinessCell,
  type Item,
  type Named,
  type StageScore,
} from '~/domain/insight/business/business-models';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { EmptyState } from '~/ui/report/empty-state';

interface Props {
  stage: Named;
  areas: readonly Named[];
  cells: readonly BusinessCell[];
  scores: readonly StageScore[];
  items: readonly Item[];
  position?: string | undefined;
}

/** One stage across all threat areas, and everything that carries it. */
export function OneStage({ stage, areas, cells, scores, items, position }: Props) {
  return (
    <>
      <ScrollingTable
        name={`${stage.name} by threat area`}
        firstCellIsHeader
        head={['Threat area', 'Asked and known', 'Harm, of 5', 'Says']}
        rows={areas.map((area) => {
          const counts = cellAt(cells, area.slug, stage.slug);
          const score = scores.find((one) => one.area === area.slug && one.stage === stage.slug);
          return [
            <a key="area" className="govuk-link" href={paths.threatArea(area.slug)}>
              {area.name}
            </a>,
            counts.question + counts.finding === 0 ? (
              'Nothing'
            ) : (
              <a
                key="found"
                className="govuk-link"
                href={paths.search(searchOf({ area: area.slug, stage: stage.slug, position }))}
              >
                {showCell(counts)}
                <span className="govuk-visually-hidden"> on {area.name}</span>
              </a>
            ),
            score?.score ?? 'Not known',
            score
              ? `${score.source}, ${showDate(score.sourceDate)}${score.note ? `. ${score.note}` : ''}`
              : '',
          ];
        })}
      />
      <h2 className="govuk-heading-m">Everything about it</h2>
      {items.length === 0 ? (
        <EmptyState title="Nothing is tagged with it">
          On the page of a question or finding, say which stage of the business it is about.
        </EmptyState>
      ) : (
        <>
          <ul className="govuk-list govuk-list--bullet">
            {items.map(({ noun, reference, title, areas: about }) => (
              <li key={reference}>
                <a
                  className="govuk-link"
                  href={noun === 'question' ? paths.question(reference) : paths.finding(reference)}
                >
                  {title}
                </a>{' '}
                <span className="govuk-hint">
                  {[noun === 'question' ? 'Question' : 'Finding', ...about].join(', ')}
                </span>
              </li>
            ))}
          </ul>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.search(searchOf({ stage: stage.slug, position }))}>
              Search among all of them
            </a>
          </p>
        </>
      )}
    </>
  );
}
