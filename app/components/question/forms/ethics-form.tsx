import { fieldProps, type Fields } from '~/components/form';
import { noteField, ratingField } from '~/domain/questions/tasks/ethics';
import { PRINCIPLES, RATINGS } from '~/domain/questions/tasks/ethics-choices';
import { Fieldset } from '~/ui/forms/fieldset';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { DataFields } from './data-fields';

/** The ethics checklist, then data and security. Green, amber and red are words first, so that colour is never needed. */
export function EthicsForm({ fields }: { fields: Fields }) {
  return (
    <>
      <h2 className="govuk-heading-m">Ethics checklist</h2>
      <p className="govuk-body">
        The six principles of Government Social Research. Green: no concern. Amber or red: say what is being
        done.
      </p>
      {PRINCIPLES.map(({ slug, name }, index) => (
        <Fieldset key={slug} legend={`${index + 1}. ${name}`} legendProps={{ size: 's' }}>
          <Radios
            inline
            small
            label={`How does principle ${index + 1} stand?`}
            items={[...RATINGS]}
            {...fieldProps(fields[ratingField(slug)])}
          />
          <Textarea
            label={`Note on principle ${index + 1}`}
            rows={2}
            {...fieldProps(fields[noteField(slug)])}
          />
        </Fieldset>
      ))}
      <DataFields fields={fields} />
    </>
  );
}
