import type { FieldMetadata } from '@conform-to/react';
import { dateProps, fieldProps } from '~/components/form';
import { DateInput } from '~/ui/forms/date-input';
import { Fieldset } from '~/ui/forms/fieldset';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { rowsOf } from './rows';

interface Props {
  list: FieldMetadata<unknown> | undefined;
  choices: { slug: string; title: string }[];
}

export function ConfidentialRows({ list, choices }: Props) {
  const options = [
    { value: '', text: 'None' },
    ...choices.map(({ slug, title }) => ({ value: slug, text: title })),
  ];
  return (
    <>
      {rowsOf(list).map((row, index) => (
        <Fieldset key={index} legend={`Confidential part ${index + 1}`} legendProps={{ size: 's' }}>
          <Select label="Section" options={options} {...fieldProps(row['section'])} />
          <Textarea label="Why it is confidential" rows={3} {...fieldProps(row['reason'])} />
          <DateInput label="Until when" {...dateProps(row['until'])} />
        </Fieldset>
      ))}
    </>
  );
}
