import type { SensitivityRow } from '~/domain/evaluation/scoring/award/sensitivity-words';
import { ScrollingTable } from '~/ui/content/scrolling-table';

const number = (content: string) => ({ content, format: 'numeric' as const });

/** For which weights other bids would come first. The scores stay as they are. */
export const Firmness = ({ rows, lot }: { rows: SensitivityRow[]; lot?: { number: number } | null }) =>
  rows.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">
        How firm the ranking {lot ? `of lot ${lot.number} ` : ''}is
      </h2>
      <p className="govuk-body">
        Each weight is moved alone, the others sharing the rest in their proportions. The weights of this
        question were frozen at publication; this shows what hangs on them.
      </p>
      <ScrollingTable
        name={`How firm the ranking ${lot ? `of lot ${lot.number} ` : ''}is`}
        head={['Weight of', number('Now'), number('From'), number('To'), 'What it means']}
        rows={rows.map(({ weight, now, from, to, words, changes }) => [
          weight,
          number(now),
          number(from),
          number(to),
          <>
            {words}
            {changes.map((change) => (
              <span key={change} className="block text-quiet">
                {change}
              </span>
            ))}
          </>,
        ])}
      />
    </>
  );
