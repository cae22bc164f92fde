import type { FieldMetadata } from '@conform-to/react';
import { fieldProps } from '~/components/form';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';
import { rowsOf } from './rows';

export const PlanRows = ({ list }: { list: FieldMetadata<unknown> | undefined }) => (
  <>
    {rowsOf(list).map((row, index) => (
      <Fieldset key={index} legend={`Milestone ${index + 1}`} legendProps={{ size: 's' }}>
        <div className="tablet:flex tablet:flex-wrap tablet:gap-4">
          <TextInput label="What arrives" width={30} {...fieldProps(row['title'])} />
          <TextInput
            label="Weeks after the start"
            width={4}
            inputMode="numeric"
            {...fieldProps(row['weeks'])}
          />
          <TextInput
            label="Share of the price"
            suffix="%"
            width={4}
            inputMode="numeric"
            {...fieldProps(row['share'])}
          />
        </div>
      </Fieldset>
    ))}
  </>
);
