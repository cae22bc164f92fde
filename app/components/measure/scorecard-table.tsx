import { CHECK_COLOURS, CHECKS, CLASS_NAMES, PART_NAMES, PARTS } from '~/domain/measures/measure';
import {
  inCell,
  lacksOutcome,
  NO_OUTCOME,
  showFigure,
  showWhen,
  type CellFigure,
  type ScorecardContent,
  type ScorecardRow,
} from '~/domain/measures/scorecard/scorecard';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

/** Three cells a row; every figure leads to its record, an empty cell is unknown. */
export function ScorecardTable({ card, linked }: { card: ScorecardContent; linked: boolean }) {
  return (
    <ScrollingTable
      name="Scorecard"
      firstCellIsHeader
      head={[card.kind === 'areas' ? 'Threat area' : 'Priority', ...PART_NAMES.map((part) => PARTS[part])]}
      rows={card.rows.map((row) => [
        <RowName key={row.key} row={row} kind={card.kind} />,
        ...PART_NAMES.map((part) => <Cell key={part} figures={inCell(row, part)} linked={linked} />),
      ])}
    />
  );
}

function RowName({ row, kind }: { row: ScorecardRow; kind: ScorecardContent['kind'] }) {
  const href = kind === 'areas' ? paths.threatArea(row.key) : paths.priority(row.key);
  return (
    <>
      <a className="govuk-link" href={href}>
        {row.name}
      </a>
      {lacksOutcome([row]) && (
        <>
          {' '}
          <Tag colour="yellow">{NO_OUTCOME}</Tag>
        </>
      )}
    </>
  );
}

function Cell({ figures, linked }: { figures: CellFigure[]; linked: boolean }) {
  if (figures.length === 0) return <span className="govuk-hint">Unknown</span>;
  return (
    <ul className="govuk-list">
      {figures.map((one) => (
        <li key={one.reference}>
          {linked ? (
            <a className="govuk-link" href={paths.measureValue(one.measure, one.reference)}>
              <strong>{showFigure(one)}</strong>
              <span className="govuk-visually-hidden">, {one.name}</span>
            </a>
          ) : (
            <strong>{showFigure(one)}</strong>
          )}{' '}
          <Tag colour={CHECK_COLOURS[one.check]}>{CHECKS[one.check]}</Tag>
          <br />
          <span className="govuk-hint">
            {one.name}, {showWhen(one)}. {CLASS_NAMES[one.class]}, {one.confidence} confidence. {one.source}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What somebody has to know before reading any cell. */
export function OutcomeWarning({ card }: { card: ScorecardContent }) {
  const lacking = lacksOutcome(card.rows);
  if (!lacking) return null;
  return (
    <p className="govuk-body">
      <Tag colour="yellow">{NO_OUTCOME}</Tag> It holds only what went in and what was done, such as
      disruptions. It does not say whether anything changed.
    </p>
  );
}
