import type { DemandLine } from '~/domain/insight/demand/demand';
import type { Period } from '~/domain/insight/demand/periods';
import type { Change } from '~/domain/insight/demand/rate-change';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import type { DemandView } from './demand-choices';

interface Props {
  demand: {
    lines: DemandLine[];
    all: DemandLine;
    periods: Period[];
    view: DemandView;
    noun: { one: string };
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A mark and a word, never colour alone. */
function ChangeMark({ change: { direction, before, first } }: { change: Change }) {
  const mark = direction === 'up' ? '▲' : '▼';
  const mean = before.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return (
    <>
      <br />
      <span aria-hidden="true">{mark}</span> {first ? (direction === 'up' ? 'rise' : 'fall') : 'still'}, was{' '}
      {mean}
    </>
  );
}

function rowOf(line: DemandLine, { periods, view }: Props['demand']) {
  const latest = periods.map((period, at) => {
    const count = line.counts[at] ?? 0;
    const change = line.changes[at];
    const href = paths.demandLog({
      by: view.by,
      per: view.per,
      from: period.from,
      key: line.key,
      on: view.on,
    });
    return (
      <span key={period.from}>
        {count > 0 ? (
          <a className="govuk-link" href={href}>
            {count}
            <span className="govuk-visually-hidden">
              {' '}
              on {line.name} in {period.name}
            </span>
          </a>
        ) : (
          '0'
        )}
        {change && <ChangeMark change={change} />}
      </span>
    );
  });
  return [
    { content: line.name, className: 'sticky left-0 bg-white' },
    <strong key="total">{line.total}</strong>,
    ...latest.toReversed(),
  ];
}

/** A row for each heading, the latest period first. */
export function DemandTable({ demand }: Props) {
  const { lines, all, periods, noun } = demand;
  const names = periods.map(({ name }) => name).toReversed();
  return (
    <ScrollingTable
      name="Questions published in each period"
      className="map-table"
      firstCellIsHeader
      head={[{ content: capital(noun.one), className: 'sticky left-0 z-10 bg-white' }, 'Total', ...names]}
      rows={[...lines, all].map((line) => rowOf(line, demand))}
    />
  );
}
