import { fieldProps, type Fields } from '~/components/form';
import { LOT_ROWS, LOT_RULE_CHOICES, LOTS_LABELS as LABELS } from '~/domain/questions/lots/lot-fields';
import { YES_NO } from '~/domain/questions/tasks/task';
import { Details } from '~/ui/content/details';
import { Fieldset } from '~/ui/forms/fieldset';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { BOLD, type TaskAbout } from './choices';

const SHOWN_AT_FIRST = 4;

const isUsed = (fields: Fields, row: string): boolean =>
  [`lotTitle${row}`, `lotCovers${row}`, `lotBudget${row}`].some(
    (name) => fields[name]?.errors || fields[name]?.initialValue,
  );

/** Whether a question is bid for in parts, and which. */
export function LotsForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <h2 className="govuk-heading-m">Lots</h2>
      <p className="govuk-body">
        Lots let bidders take a part that they are good at. Each is bid for, scored, ranked and awarded apart,
        by the same criteria. Lots and limits are frozen at publication.
      </p>
      <Radios
        inline
        label={LABELS.divided}
        labelProps={BOLD}
        items={[...YES_NO]}
        {...fieldProps(fields.divided)}
      />
      <Textarea
        label={LABELS.undividedReason}
        labelProps={BOLD}
        hint="Asked of a tender at or above the procurement threshold (Procurement Act 2023, section 18)."
        rows={3}
        {...fieldProps(fields.undividedReason)}
      />
      {[LOT_ROWS.slice(0, SHOWN_AT_FIRST), LOT_ROWS.slice(SHOWN_AT_FIRST)].map((rows) => (
        <Details
          key={rows[0]}
          summary={`Lots ${rows[0]} to ${rows.at(-1)}`}
          open={rows.some((row) => isUsed(fields, row))}
        >
          {rows.map((row) => (
            <LotFields key={row} {...{ fields, about, row }} />
          ))}
        </Details>
      ))}
      <Details
        summary="Limits for one bidder"
        open={['mostBids', 'mostAwards', 'lotRule'].some(
          (name) => fields[name]?.errors || fields[name]?.initialValue,
        )}
      >
        <p className="govuk-body">
          Leave these empty to let anybody bid for, and win, every lot. For the number of lots that one bidder
          may win, all bids for one organisation count as one bidder’s.
        </p>
        <TextInput label={LABELS.mostBids} width={2} inputMode="numeric" {...fieldProps(fields.mostBids)} />
        <TextInput
          label={LABELS.mostAwards}
          width={2}
          inputMode="numeric"
          {...fieldProps(fields.mostAwards)}
        />
        <Radios
          label={LABELS.rule}
          labelProps={BOLD}
          items={LOT_RULE_CHOICES}
          {...fieldProps(fields.lotRule)}
        />
      </Details>
    </>
  );
}

const LotFields = ({ fields, about, row }: { fields: Fields; about: TaskAbout; row: string }) => (
  <Fieldset legend={`Lot ${row}`} legendProps={{ size: 's' }}>
    <TextInput label={LABELS.title(row)} {...fieldProps(fields[`lotTitle${row}`])} />
    <Textarea label={LABELS.covers(row)} rows={3} {...fieldProps(fields[`lotCovers${row}`])} />
    <div className="flex flex-wrap gap-6">
      <TextInput
        label={LABELS.budget(row)}
        width={10}
        inputMode="decimal"
        {...fieldProps(fields[`lotBudget${row}`])}
      />
      <TextInput
        label={LABELS.awards(row)}
        {...(about.severalAwards ? {} : { hint: 'One on this route.' })}
        width={3}
        inputMode="numeric"
        {...fieldProps(fields[`lotAwards${row}`])}
      />
    </div>
  </Fieldset>
);
