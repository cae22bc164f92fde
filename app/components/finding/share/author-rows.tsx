import type { FieldMetadata } from '@conform-to/react';
import { checkboxesProps, fieldProps } from '~/components/form';
import { CREDIT_ROLES } from '~/domain/knowledge/citations/credit-roles';
import { Details } from '~/ui/content/details';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';

interface Row {
  name: string;
  orcid: string;
  roles: string[];
}

const SPARE = 3;
const roles = CREDIT_ROLES.map((role) => ({ value: role, label: role }));

/** What conform knows of a row that was sent or is kept; a spare row is known by its place only. */
const spare = (list: FieldMetadata<unknown>, index: number, part: keyof Row) => ({
  name: `${list.name}[${index}].${part}`,
  id: `${list.id}[${index}].${part}`,
});

/** The authors in their order, with a few empty rows below; saving brings new ones. */
export function AuthorRows({ field }: { field: FieldMetadata<unknown> | undefined }) {
  if (!field) throw new Error('no such field');
  const list = (field as FieldMetadata<Row[]>).getFieldList();
  const filled = list.filter((row) => row.getFieldset().name.initialValue).length;
  const places = Array.from({ length: Math.max(list.length, filled + SPARE) }, (_, index) => index);
  return (
    <Fieldset legend="Authors, in their order" legendProps={{ size: 's' }}>
      <p className="govuk-hint">
        Names as they are cited, like Leah Moyle or Home Office. Leave spare rows empty: saving brings more.
      </p>
      {places.map((index) => {
        const row = list[index]?.getFieldset();
        const props = (part: 'name' | 'orcid') => (row ? fieldProps(row[part]) : spare(field, index, part));
        return (
          <div key={index} className="author-row">
            <TextInput label={`Author ${index + 1}`} width={30} {...props('name')} />
            <Details summary={`ORCID iD and roles of author ${index + 1}`}>
              <TextInput
                label="ORCID iD (optional)"
                width={20}
                hint="Like 0000-0002-1825-0097"
                {...props('orcid')}
              />
              <Checkboxes
                small
                label="What this author did (optional)"
                hint="The contributor roles of CRediT"
                items={roles}
                {...(row ? checkboxesProps(row.roles) : spare(field, index, 'roles'))}
              />
            </Details>
          </div>
        );
      })}
    </Fieldset>
  );
}
