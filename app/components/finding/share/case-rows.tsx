import type { FieldMetadata } from '@conform-to/react';
import { fieldProps } from '~/components/form';
import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import { Fieldset } from '~/ui/forms/fieldset';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { priorityOptions } from '../rating/priority-options';

interface Row {
  priority: string;
  text: string;
}

const SPARE = 2;

/** The author's own case for each priority. */
export function CaseRows({
  field,
  sets,
}: {
  field: FieldMetadata<unknown> | undefined;
  sets: PrioritySetChoice[];
}) {
  if (!field) throw new Error('no such field');
  const list = (field as FieldMetadata<Row[]>).getFieldList();
  const filled = list.filter((row) => row.getFieldset().text.initialValue).length;
  const places = Array.from({ length: Math.max(list.length, filled + SPARE) }, (_, index) => index);
  const options = priorityOptions(sets, 'No priority');
  return (
    <Fieldset legend="Your own case for priorities (optional)" legendProps={{ size: 'm' }}>
      <p className="govuk-hint">
        Say in your own words why it matters to a priority. It is shown as the author’s case and never counted
        as a rating.
      </p>
      {field.errors && (
        <p className="govuk-error-message" id={field.id}>
          {field.errors[0]}
        </p>
      )}
      {places.map((index) => {
        const row = list[index]?.getFieldset();
        const at = (part: keyof Row) =>
          row
            ? fieldProps(row[part])
            : { name: `${field.name}[${index}].${part}`, id: `${field.id}[${index}].${part}` };
        return (
          <div key={index}>
            <Select label={`Priority ${index + 1}`} options={options} {...at('priority')} />
            <Textarea label={`Why it matters to priority ${index + 1}`} rows={3} {...at('text')} />
          </div>
        );
      })}
    </Fieldset>
  );
}
