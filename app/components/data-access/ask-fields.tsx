import { dateProps, fieldProps, type Fields } from '~/components/form';
import { BASES, SAFE_NAMES, SAFES } from '~/domain/requests/data/data-request';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

/** What somebody says who asks for data, by the five safes. */
export function AskFields({ fields }: { fields: Fields }) {
  return (
    <>
      {(['earlier', 'kind'] as const).map((name) => {
        const { id: _, error: __, defaultValue, ...field } = fieldProps(fields[name]);
        return <input key={name} type="hidden" {...field} value={defaultValue ?? ''} />;
      })}
      <TextInput
        label="Reference of the question it is for (optional)"
        hint="Like H7K4-QXMF. If you work on its award, that is noted too."
        width={10}
        {...fieldProps(fields['question'])}
      />
      <Textarea
        label="Which variables, rows and years you need"
        hint="Name no person and no operation."
        rows={4}
        {...fieldProps(fields['extract'])}
      />
      <Textarea label="What you want to find out" rows={4} {...fieldProps(fields['purpose'])} />
      <Select
        label="Lawful basis"
        options={[
          { text: 'Choose', value: '' },
          ...Object.entries(BASES).map(([value, text]) => ({ value, text })),
        ]}
        {...fieldProps(fields['basis'])}
      />
      <Textarea label="More about the basis (optional)" rows={2} {...fieldProps(fields['basisNote'])} />
      <h2 className="govuk-heading-m">The five safes</h2>
      {SAFE_NAMES.map((name) => (
        <Textarea
          key={name}
          label={SAFES[name][0]}
          hint={SAFES[name][1]}
          rows={3}
          {...fieldProps(fields[name])}
        />
      ))}
      <DateInput label="First day" labelProps={{ size: 's' }} {...dateProps(fields['startsOn'])} />
      <DateInput label="Last day" labelProps={{ size: 's' }} {...dateProps(fields['endsOn'])} />
    </>
  );
}
