import { rowsOf } from '~/components/bid/writing/rows';
import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import { CERTAINTIES } from '~/domain/awards/funding/ledger';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Fieldset } from '~/ui/forms/fieldset';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  fields: Fields;
  organisations: { slug: string; name: string }[];
}

const S = { size: 's' } as const;

/** A funder, how certain its money is, and the tranches it comes in. */
export const FunderFields = ({ fields, organisations }: Props) => (
  <>
    <Select
      label="Organisation"
      options={[
        { value: '', text: 'Choose one' },
        ...organisations.map(({ slug, name }) => ({ value: slug, text: name })),
      ]}
      {...fieldProps(fields['organisation'])}
    />
    <TextInput label="It gives" prefix="£" width={10} {...fieldProps(fields['amount'])} />
    <Radios
      label="How certain is it?"
      labelProps={S}
      items={Object.entries(CERTAINTIES).map(([value, label]) => ({ value, label }))}
      {...fieldProps(fields['certainty'])}
    />
    <TextInput label="On which condition (if there is one)" {...fieldProps(fields['condition'])} />
    <Checkboxes
      small
      items={[{ value: 'on', label: 'Ring-fenced: it cannot be spent on anything else' }]}
      {...checkboxesProps(fields['ringFenced'])}
    />
    <TextInput label="Secure from which year (optional)" width={4} {...fieldProps(fields['secureFrom'])} />
    <TextInput label="To which year (optional)" width={4} {...fieldProps(fields['secureUntil'])} />
    {rowsOf(fields['tranches']).map((row, index) => (
      <Fieldset key={index} legend={`Tranche ${index + 1}`} legendProps={{ size: 'm' }}>
        <DateInput label="Planned for" labelProps={S} {...dateProps(row['plannedOn'])} />
        <TextInput label="Amount" prefix="£" width={10} {...fieldProps(row['plannedAmount'])} />
      </Fieldset>
    ))}
    <p className="govuk-body">Tranches left empty are not added.</p>
  </>
);
