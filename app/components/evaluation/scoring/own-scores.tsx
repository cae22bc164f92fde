import { bandOf } from '~/domain/evaluation/scoring/score-scale';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '~/components/lines';

interface Given {
  value: number | null;
  reason: string;
}

interface Props {
  criteria: { position: number; name: string; mine: Given; others: (Given & { name: string })[] | null }[];
}

const shown = ({ value, reason }: Given) => (
  <>
    <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
      {value === null ? 'No score' : `${value} – ${bandOf(value)}`}
    </p>
    <Lines text={reason} />
  </>
);

/** One's submitted scores, and those of the others that are in. */
export const OwnScores = ({ criteria }: Props) => (
  <>
    <h2 className="govuk-heading-m">Scores that are in</h2>
    {criteria.map(({ position, name, mine, others }) => (
      <SummaryList
        key={position}
        card={{ title: `${position}. ${name}` }}
        rows={[
          { key: 'You', value: shown(mine) },
          ...(others ?? []).map((other) => ({ key: other.name, value: shown(other) })),
        ]}
      />
    ))}
  </>
);
