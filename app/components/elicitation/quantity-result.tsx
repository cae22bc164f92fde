import { COMMON_CONFIDENCE, ENOUGH_EXPERTS, type Standardised } from '~/domain/elicitation/aggregate';
import { showAmount, showFigure } from '~/domain/elicitation/elicitation';
import type { Estimate } from '~/domain/elicitation/estimate-form';
import type { ExpertAnswers, QuantityResult } from '~/domain/elicitation/result';
import { IntervalChart } from '~/ui/charts/interval-chart';
import { Details } from '~/ui/content/details';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Lines } from '~/components/lines';
import { showCount } from '~/domain/words';

const nameOf = ({ letter, isOwn }: ExpertAnswers): string => `Expert ${letter}${isOwn ? ' (you)' : ''}`;

const given = (estimate: Estimate | null): string =>
  estimate
    ? `${showFigure(estimate.lowest)} to ${showFigure(estimate.highest)}, best ${showFigure(estimate.best)}, ${showFigure(estimate.confidence)}% sure`
    : 'None';

const signed = (value: number): string => (value > 0 ? `+${showFigure(value)}` : showFigure(value));

const headline = (joint: Standardised, unit: string, experts: number, which: string): string =>
  `${which}: best ${showAmount(joint.best, unit)}, ${COMMON_CONFIDENCE}% interval ${showFigure(joint.lowest)} to ${showAmount(joint.highest, unit)}, ${showCount(experts, 'expert')}`;

const mean = (values: number[]): string => `(${values.map(showFigure).join(' + ')}) ÷ ${values.length}`;

/** The sum behind each of the three figures, for whoever checks it by hand. */
function HowComputed({ answers, joint }: { answers: ExpertAnswers[]; joint: Standardised }) {
  const line = (what: string, key: keyof Standardised) => (
    <li key={key}>
      {what}: {mean(answers.map(({ counts }) => counts[key]))} = {showFigure(joint[key])}
    </li>
  );
  return (
    <Details summary="How it was computed">
      <p className="govuk-body">
        Each interval is first brought to the same confidence of {COMMON_CONFIDENCE}%: the distance of each
        end from the best guess is multiplied by {COMMON_CONFIDENCE} and divided by the expert’s own
        confidence, and kept within what is possible. Then the mean is taken, every expert alike. Whoever gave
        no second estimate keeps the first. Figures are shown rounded and computed unrounded.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {line('Lowest', 'lowest')}
        {line('Best', 'best')}
        {line('Highest', 'highest')}
      </ul>
    </Details>
  );
}

function movement(answers: ExpertAnswers[], unit: string): string {
  const moves = answers.flatMap(({ moved }) => (moved === null ? [] : [Math.abs(moved)]));
  const moved = moves.filter((by) => by > 0);
  const total = moves.reduce((sum, by) => sum + by, 0);
  if (moves.length === 0) return 'Nobody gave a second estimate.';
  if (moved.length === 0) return 'Nobody moved their best guess after the discussion.';
  return `${moved.length} of ${moves.length} moved their best guess after the discussion, by ${showAmount(total / moves.length, unit)} on average over all ${moves.length}.`;
}

interface Props {
  result: QuantityResult;
  closed: boolean;
}

/** What everybody estimated of one quantity, drawn, in a table, and in their words. */
export function QuantityShown({ result: { quantity, answers, first, final }, closed }: Props) {
  const { unit, asks, position } = quantity;
  const joint = closed ? final : first;
  const title = joint
    ? headline(joint, unit, answers.length, closed ? 'Together' : 'First estimates together')
    : `Fewer than ${ENOUGH_EXPERTS} estimates count, so there is no joint figure`;
  const show = (value: number) => showAmount(value, unit === '%' ? '%' : '').trim();
  const rows = answers.map((one) => ({ name: nameOf(one), ...one.counts }));
  return (
    <section aria-labelledby={`estimate-${position}`}>
      <h3 className="govuk-heading-m" id={`estimate-${position}`}>
        {asks}
      </h3>
      <IntervalChart
        title={title}
        show={show}
        rows={[...rows, ...(joint ? [{ name: 'Together', ...joint, joint: true }] : [])]}
      />
      <ScrollingTable
        name={`Every estimate of ${asks}`}
        caption={`Every estimate, in ${unit}, as it was given`}
        captionSize="s"
        head={[
          'Who',
          'First estimate',
          ...(closed ? ['Second estimate', 'Moved'] : []),
          `At ${COMMON_CONFIDENCE}% confidence`,
        ]}
        firstCellIsHeader
        rows={answers.map((one) => [
          nameOf(one),
          given(one.first),
          ...(closed ? [given(one.second), one.moved === null ? '' : signed(one.moved)] : []),
          `${showFigure(one.counts.lowest)} to ${showFigure(one.counts.highest)}, best ${showFigure(one.counts.best)}`,
        ])}
      />
      {closed && <p className="govuk-body">{movement(answers, unit)}</p>}
      {closed && joint && <HowComputed answers={answers} joint={joint} />}
      <Details summary="What each estimate rests on">
        {answers.map((one) => (
          <section key={one.letter} aria-label={nameOf(one)}>
            <h4 className="govuk-heading-s mb-1">{nameOf(one)}</h4>
            <Lines text={(one.second ?? one.first)?.reasons ?? ''} />
            {one.second && one.first && one.second.reasons !== one.first.reasons && (
              <>
                <p className="govuk-body-s mb-1 text-quiet">At first:</p>
                <Lines text={one.first.reasons} />
              </>
            )}
          </section>
        ))}
      </Details>
    </section>
  );
}
