import type { PanelAgreement } from '~/domain/evaluation/scoring/agreement/spread';
import { ScrollingTable } from '~/ui/content/scrolling-table';

const number = (content: string) => ({ content, format: 'numeric' as const });
const TOO_FEW = 'Too few';
const shown = (value: number | null | undefined) =>
  value === null || value === undefined ? TOO_FEW : value.toFixed(2);

interface Props {
  all: PanelAgreement;
  byCriterion: (PanelAgreement & { position: number; name: string })[];
}

/** How far the panel agrees: over all, and criterion by criterion. */
export const AgreementFigures = ({ all, byCriterion }: Props) => (
  <>
    <ScrollingTable
      name="How far the panel agrees"
      head={['Criterion', number('Compared'), number('α'), number('One score'), number('The panel’s mean')]}
      rows={[{ position: 0, name: 'All criteria', ...all }, ...byCriterion].map((row) => [
        row.name,
        number(String(row.compared)),
        number(shown(row.alpha)),
        number(shown(row.reliability?.found.single.random)),
        number(shown(row.reliability?.found.average.random)),
      ])}
    />
    <p className="govuk-body-s">
      α is Krippendorff’s, for ordered scores: 1 is full agreement, 0 what chance would give. The last two are
      intraclass correlations, ICC(2,1) and ICC(2,k), over what the same people scored. “Too few” stands where
      fewer than three bids can be compared, or where all scores are the same.
    </p>
  </>
);
