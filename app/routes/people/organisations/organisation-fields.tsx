import { fieldProps, type Fields } from '~/components/form';
import {
  LEVELS,
  ORGANISATION_KIND_NAMES,
  ORGANISATION_KINDS,
  showLevel,
} from '~/domain/people/organisations/organisation';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

export function OrganisationFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput label="Name" {...fieldProps(fields.name)} />
      <Select
        label="Kind"
        options={[
          { text: 'Choose one', value: '' },
          ...ORGANISATION_KIND_NAMES.map((value) => ({ value, text: ORGANISATION_KINDS[value] })),
        ]}
        {...fieldProps(fields.kind)}
      />
      <Select
        label="Level"
        options={[
          { text: 'Not known', value: '' },
          ...LEVELS.map((value) => ({ value, text: showLevel(value) })),
        ]}
        {...fieldProps(fields.level)}
      />
      <TextInput
        label="Region"
        hint="The short name of a regional unit, or london. Leave it empty when it is not known"
        width={20}
        {...fieldProps(fields.region)}
      />
      <Textarea
        label="E-mail domains that let people in"
        hint="Whoever confirms an address of one of these is a verified member at once"
        rows={3}
        {...fieldProps(fields.domains)}
      />
      <TextInput
        label="ROR ID (optional)"
        hint="From ror.org, like 024mrxd33"
        width={20}
        spellCheck={false}
        {...fieldProps(fields.rorId)}
      />
      <TextInput label="What changes, and how you know" {...fieldProps(fields.changeNote)} />
    </>
  );
}
