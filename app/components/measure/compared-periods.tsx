import { PARTS } from '~/domain/measures/measure';
import {
  showChange,
  showFigure,
  type CellFigure,
  type Compared,
} from '~/domain/measures/scorecard/scorecard';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  compared: Compared[];
  before: string;
  now: string;
}

const figure = (one: CellFigure | undefined, measure: string) =>
  one ? (
    <a className="govuk-link" href={paths.measureValue(measure, one.reference)}>
      {showFigure(one)}
    </a>
  ) : (
    'Unknown'
  );

/** Two periods beside each other; what two definitions counted is never compared. */
export function ComparedPeriods({ compared, before, now }: Props) {
  return (
    <section aria-labelledby="compared">
      <h2 className="govuk-heading-l" id="compared">
        {now} beside {before}
      </h2>
      {compared.length === 0 ? (
        <p className="govuk-body">Neither period has a figure.</p>
      ) : (
        <ScrollingTable
          name={`${now} beside ${before}`}
          head={['Of', 'Cell', 'Measure', before, now, 'Change']}
          rows={compared.map((one) => [
            one.row,
            PARTS[one.part],
            one.name,
            figure(one.before, one.measure),
            figure(one.now, one.measure),
            showChange(one.change, (one.now ?? one.before)?.unit ?? ''),
          ])}
        />
      )}
    </section>
  );
}
