import type { FieldMetadata } from '@conform-to/react';
import { fieldProps } from '~/components/form';
import { CharacterCount } from '~/ui/forms/character-count';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';
import { rowsOf } from './rows';

export const PeopleRows = ({ list, words }: { list: FieldMetadata<unknown> | undefined; words: number }) => (
  <>
    {rowsOf(list).map((row, index) => (
      <Fieldset key={index} legend={`Person ${index + 1}`} legendProps={{ size: 'm' }}>
        <TextInput label="Name" autoComplete="off" {...fieldProps(row['name'])} />
        <TextInput label="Part in this work" autoComplete="off" {...fieldProps(row['role'])} />
        <CharacterCount
          label="Narrative CV"
          hint="What they have done that matters for this work, in their own words."
          maxWords={words}
          rows={8}
          {...fieldProps(row['narrative'])}
        />
      </Fieldset>
    ))}
  </>
);
