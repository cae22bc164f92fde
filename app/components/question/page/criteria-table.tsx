import { showSplit } from '~/domain/questions/tasks/criteria';
import { SummaryList } from '~/ui/content/summary-list';

interface Props {
  criteria: { id: string; name: string; guidance: string; weight: number; minimum: number | null }[];
  qualityWeight: number;
}

export function CriteriaTable({ criteria, qualityWeight }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-m">How bids are scored</h2>
      <SummaryList
        rows={[
          ...criteria.map(({ name, guidance, weight, minimum }) => ({
            key: name,
            value: (
              <>
                {weight}
                {minimum !== null && `, at least ${minimum} out of 5 to go on`}
                {guidance && <span className="block text-quiet">{guidance}</span>}
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
    </section>
  );
}
