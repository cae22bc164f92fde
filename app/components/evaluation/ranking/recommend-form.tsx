import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { OUTCOME_NAMES } from '~/domain/evaluation/recommendation/recommendation';
import { noAwardField } from '~/domain/evaluation/recommendation/no-award-fields';
import { showMoney } from '~/domain/money';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  view: {
    awardsAvailable: number;
    budgetMaximum: number | null;
    parts: { lot: { number: number; title: string } | null }[];
    rows: {
      reference: string;
      bidder: string;
      rank: number | null;
      amount: number | null;
      tie: string;
      lot?: number;
    }[];
  };
  reply: { result: SubmissionResult } | undefined;
}

/** What the panel recommends, by its moderator. Awards follow the ranking. */
export function RecommendForm({ view: { awardsAvailable, budgetMaximum, rows, parts }, reply }: Props) {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const budget = budgetMaximum === null ? '' : ` and ${showMoney(budgetMaximum)} to spend`;
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          <Radios
            label="What does the panel recommend?"
            items={Object.entries(OUTCOME_NAMES).map(([value, label]) => ({ value, label }))}
            {...fieldProps(fields['outcome'])}
          />
          {ranked.length > 0 && (
            <Checkboxes
              label={parts[0]?.lot ? 'Which bids, lot by lot?' : 'Which bid, if any?'}
              hint={`There ${awardsAvailable === 1 ? 'is 1 award' : `are ${awardsAvailable} awards`}${budget}.`}
              items={ranked.map(({ reference, bidder, rank, amount, lot }) => ({
                value: reference,
                label: lot ? `Lot ${lot}, ranked ${rank}: ${bidder}` : `${rank}. ${bidder}`,
                ...(amount === null ? {} : { hint: showMoney(amount) }),
              }))}
              {...checkboxesProps(fields['bids'])}
            />
          )}
          {parts.map(
            ({ lot }) =>
              lot && (
                <Textarea
                  key={lot.number}
                  label={`Why lot ${lot.number} is not awarded`}
                  hint="Only if you choose no bid for it"
                  rows={2}
                  {...fieldProps(fields[noAwardField(lot.number)])}
                />
              ),
          )}
          <Textarea
            label="Why"
            hint="The senior responsible owner decides on this, and it stays on file"
            rows={6}
            {...fieldProps(fields['text'])}
          />
          {ranked.some(({ tie }) => tie === 'byReason') && (
            <Textarea
              label="Some bids stand exactly level. Why these and not the others?"
              rows={3}
              {...fieldProps(fields['tieReason'])}
            />
          )}
          <Button once>Send the recommendation</Button>
        </>
      )}
    </Form>
  );
}
