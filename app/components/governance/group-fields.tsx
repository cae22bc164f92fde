import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { CADENCES, cadences, GROUP_KINDS, groupKinds } from '~/domain/governance/groups/group';
import { REMIT_FIELDS, REMIT_SCHEMES } from '~/domain/governance/groups/group-form';
import { SCHEME_NAMES } from '~/domain/taxonomy/term';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';

export interface OrganisationChoice {
  reference: string;
  name: string;
}

interface Props {
  fields: Fields;
  terms: TermChoice[];
  organisations: OrganisationChoice[];
}

export const organisationOptions = (organisations: OrganisationChoice[]) => [
  { text: 'Choose one', value: '' },
  ...organisations.map(({ reference, name }) => ({ text: name, value: reference })),
];

const KIND_HINTS = { governs: 'It decides for others', discusses: 'It shares and advises' } as const;

/** What a group is, what it is for, and what it is about. */
export function GroupFields({ fields, terms, organisations }: Props) {
  return (
    <>
      <TextInput label="Name" {...fieldProps(fields['name'])} />
      <Radios
        label="Does it govern or discuss?"
        labelProps={{ size: 's' }}
        items={groupKinds.map((value) => ({ value, label: GROUP_KINDS[value], hint: KIND_HINTS[value] }))}
        {...fieldProps(fields['kind'])}
      />
      <Textarea
        label="What it is for"
        hint="What it decides or discusses, for whom. No operational data."
        rows={6}
        {...fieldProps(fields['purpose'])}
      />
      {REMIT_SCHEMES.map((scheme) => (
        <Checkboxes
          key={scheme}
          small
          label={`Remit: ${SCHEME_NAMES[scheme].many.toLowerCase()}`}
          labelProps={{ size: 's' }}
          items={terms
            .filter((term) => term.scheme === scheme)
            .map(({ slug, name, parentName }) => ({
              value: slug,
              label: parentName ? `${name} (under ${parentName})` : name,
            }))}
          {...checkboxesProps(fields[REMIT_FIELDS[scheme]])}
        />
      ))}
      <Select
        label="Organisation that chairs it"
        options={organisationOptions(organisations)}
        {...fieldProps(fields['chair'])}
      />
      <TextInput
        label="Role of whoever chairs it (optional)"
        hint="A post, like Director of Intelligence. No name is needed"
        {...fieldProps(fields['chairRole'])}
      />
      <Select
        label="How often it meets"
        options={[
          { text: 'Choose one', value: '' },
          ...cadences.map((value) => ({ value, text: CADENCES[value] })),
        ]}
        {...fieldProps(fields['cadence'])}
      />
      <Textarea label="Where this is written down (optional)" rows={3} {...fieldProps(fields['sources'])} />
    </>
  );
}
