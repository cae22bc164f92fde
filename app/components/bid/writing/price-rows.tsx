import { fieldProps, type Fields } from '~/components/form';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';
import { rowsOf } from './rows';

/** Amounts are without VAT. */
export const PriceRows = ({ fields }: { fields: Fields }) => (
  <>
    <h2 className="govuk-heading-m">People</h2>
    {rowsOf(fields['lines']).map((row, index) => (
      <Fieldset key={index} legend={`Line ${index + 1}`} legendProps={{ size: 's' }}>
        <div className="tablet:flex tablet:flex-wrap tablet:gap-4">
          <TextInput label="Role" width={30} {...fieldProps(row['role'])} />
          <TextInput
            label="Day rate"
            prefix="£"
            width={10}
            inputMode="decimal"
            {...fieldProps(row['dayRate'])}
          />
          <TextInput label="Days" width={5} inputMode="decimal" {...fieldProps(row['days'])} />
        </div>
      </Fieldset>
    ))}
    <h2 className="govuk-heading-m">Other costs</h2>
    {rowsOf(fields['otherCosts']).map((row, index) => (
      <Fieldset key={index} legend={`Other cost ${index + 1}`} legendProps={{ size: 's' }}>
        <div className="tablet:flex tablet:flex-wrap tablet:gap-4">
          <TextInput label="What for" width={30} {...fieldProps(row['title'])} />
          <TextInput
            label="Amount"
            prefix="£"
            width={10}
            inputMode="decimal"
            {...fieldProps(row['amount'])}
          />
        </div>
      </Fieldset>
    ))}
    <h2 className="govuk-heading-m">Overheads</h2>
    <TextInput
      label="Overheads"
      prefix="£"
      width={10}
      inputMode="decimal"
      {...fieldProps(fields['overheads'])}
    />
    <TextInput
      label="Share of the full economic cost that this price covers"
      hint="100% if the price covers everything the work costs your organisation."
      suffix="%"
      width={4}
      inputMode="numeric"
      {...fieldProps(fields['fullEconomicCost'])}
    />
  </>
);
