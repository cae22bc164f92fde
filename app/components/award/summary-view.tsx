import type { SummaryContent } from '~/domain/awards/summary';
import { unrankedWords } from '~/domain/evaluation/scoring/award/formulas';
import { lotName } from '~/domain/questions/lots/lot';
import { showMoney } from '~/domain/money';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '~/components/lines';

const OUTCOMES: Record<SummaryContent['outcome'], string> = {
  awarded: 'This bid was chosen for an award.',
  notAwarded: 'This bid was not chosen.',
  noneSuitable: 'No bid was found suitable, so no award was made.',
  cancelled: 'The competition was cancelled without an award.',
  excluded: 'This bid was excluded and not assessed.',
};

export const SummaryOutcome = ({ content }: { content: SummaryContent }) => (
  <>
    <p className="govuk-body govuk-!-font-weight-bold">{OUTCOMES[content.outcome]}</p>
    {content.reason !== '' && <Lines text={content.reason} />}
  </>
);

/** Scores, reasons and feedback by criterion, without the names of evaluators. */
export const SummaryView = ({ content }: { content: SummaryContent }) => (
  <>
    {content.quality !== null && (
      <SummaryList
        rows={[
          content.lot !== undefined && { key: 'Lot', value: lotName(content.lot) },
          { key: 'Quality', value: `${content.quality} of 100` },
          content.interview !== undefined && {
            key: 'Interview',
            value: `${content.interview.points > 0 ? '+' : ''}${content.interview.points} ${Math.abs(content.interview.points) === 1 ? 'point' : 'points'} of quality. ${content.interview.reason}`,
          },
          content.price !== null && { key: 'Price score', value: `${content.price} of 100` },
          content.total !== null && { key: 'Total', value: `${content.total} of 100` },
          content.amount !== null && { key: 'Price, without VAT', value: showMoney(content.amount) },
          {
            key: 'Rank',
            value:
              content.rank === null
                ? `${unrankedWords(content.why ?? 'minimum')}, so not ranked`
                : `${content.rank} of ${content.ranked} ranked`,
          },
          content.aside === true && {
            key: 'Why it did not win',
            value: 'Its bidder won as many other lots as one bidder may win.',
          },
        ]}
      />
    )}
    {content.criteria
      .filter(({ score }) => score !== null)
      .map(({ name, weight, minimum, score, reasons }) => (
        <section key={name}>
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            {name}: {score} of 5
          </h3>
          <p className="govuk-body-s">
            Weight {weight} of 100{minimum === null ? '' : `, at least ${minimum} needed to progress`}
          </p>
          {reasons.map((reason, index) => (
            <Lines key={index} text={reason} />
          ))}
        </section>
      ))}
  </>
);
