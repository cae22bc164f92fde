import {
  cellAt,
  searchOf,
  showCell,
  type BusinessCell,
  type Named,
  type StageScore,
} from '~/domain/insight/business/business-models';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  stages: readonly Named[];
  areas: readonly Named[];
  cells: readonly BusinessCell[];
  scores: readonly StageScore[];
  position?: string | undefined;
  /** ISO day, kept in the links to a stage. */
  on?: string | undefined;
}

/** Threat areas by stage; each cell finds what it counts. */
export function StageMatrix({ stages, areas, cells, scores, position, on }: Props) {
  return (
    <ScrollingTable
      name="Threat areas by stage of the criminal business"
      firstCellIsHeader
      head={[
        'Threat area',
        ...stages.map(({ slug, name }) => (
          <a key={slug} className="govuk-link" href={paths.businessModels({ stage: slug, position, on })}>
            {name}
          </a>
        )),
      ]}
      rows={areas.map((area) => [
        <a key="area" className="govuk-link" href={paths.threatArea(area.slug)}>
          {area.name}
        </a>,
        ...stages.map((stage) => <Cell key={stage.slug} {...{ area, stage, cells, scores, position }} />),
      ])}
    />
  );
}

function Cell({
  area,
  stage,
  cells,
  scores,
  position,
}: Omit<Props, 'areas' | 'stages'> & {
  area: Named;
  stage: Named;
}) {
  const counts = cellAt(cells, area.slug, stage.slug);
  const score = scores.find((one) => one.area === area.slug && one.stage === stage.slug);
  return (
    <>
      {counts.question + counts.finding === 0 ? (
        <span className="text-quiet">Nothing</span>
      ) : (
        <a
          className="govuk-link"
          href={paths.search(searchOf({ area: area.slug, stage: stage.slug, position }))}
        >
          {showCell(counts)}
          <span className="govuk-visually-hidden">
            {' '}
            on {area.name}, {stage.name}
          </span>
        </a>
      )}
      {score && <span className="govuk-hint block">Harm {score.score} of 5</span>}
    </>
  );
}
