import { scoreBands } from '~/domain/evaluation/scoring/score-scale';
import type { CriterionDraft } from '~/domain/questions/criteria';
import { showSplit } from '~/domain/questions/tasks/criteria';
import { Details } from '~/ui/content/details';
import { SummaryList } from '~/ui/content/summary-list';
import { AwardMethodView, type MethodProps } from './award-method-view';

interface Props extends MethodProps {
  criteria: (CriterionDraft & { id: string })[];
}

export function CriteriaTable({ criteria, ...method }: Props) {
  const { qualityWeight } = method;
  return (
    <section>
      <h2 className="govuk-heading-m">How bids are scored</h2>
      <SummaryList
        rows={[
          ...criteria.map(({ name, guidance, weight, minimum, stage, bands }) => ({
            key: name,
            value: (
              <>
                {weight}
                {minimum !== null && `, at least ${minimum} out of 5 to go on`}
                {stage === 'interview' && ', scored at interview'}
                {guidance && <span className="block text-quiet">{guidance}</span>}
                {bands && bands.length > 0 && <Bands bands={bands} />}
              </>
            ),
          })),
          { key: 'Quality against price', value: showSplit(qualityWeight) },
        ]}
      />
      <p className="govuk-body-s">
        Each criterion is scored from 0 to 5: 0 no answer, 1 major concerns, 2 partly meets, 3 meets, 4 meets
        with added confidence, 5 exceeds, with evidence.
      </p>
      <AwardMethodView {...method} />
    </section>
  );
}

const Bands = ({ bands }: { bands: string[] }) => (
  <Details summary="What each score means here" className="govuk-!-margin-top-2 govuk-!-margin-bottom-0">
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {scoreBands.map(({ value, name }) => (
        <li key={value}>
          {value}: {bands[value] || name}
        </li>
      ))}
    </ul>
  </Details>
);
