import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { AREAS_LABELS as LABELS } from '~/domain/questions/tasks/areas';
import { YES_NO } from '~/domain/questions/tasks/task';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import type { TaskChoices } from './choices';

interface Props {
  fields: Fields;
  choices: TaskChoices;
}

export const termItems = (choices: TaskChoices, scheme: string) =>
  choices.terms
    .filter((term) => term.scheme === scheme)
    .map(({ slug, name, parentName }) => ({
      value: slug,
      label: parentName ? `${parentName}: ${name}` : name,
    }));

/** Priorities of the sets in force, and of older ones, each list under its document. */
export function PriorityBoxes({ fields, choices }: Props) {
  const items = choices.prioritySets.flatMap(({ document, when, priorities }) =>
    priorities.map(({ reference, name }) => ({
      value: reference,
      label: name,
      hint: `${document}, ${when}`,
    })),
  );
  return <Checkboxes small label={LABELS.priorities} items={items} {...checkboxesProps(fields.priorities)} />;
}

export function AreasForm({ fields, choices }: Props) {
  return (
    <>
      <Checkboxes
        small
        label={LABELS.threats}
        items={termItems(choices, 'threatArea')}
        {...checkboxesProps(fields.threats)}
      />
      <PriorityBoxes fields={fields} choices={choices} />
      <Checkboxes
        small
        label={LABELS.strands}
        items={termItems(choices, 'strand')}
        {...checkboxesProps(fields.strands)}
      />
      <Checkboxes
        small
        label={LABELS.enablers}
        hint="If it cuts across threat areas."
        items={termItems(choices, 'enabler')}
        {...checkboxesProps(fields.enablers)}
      />
      <Checkboxes
        small
        label={LABELS.levels}
        items={termItems(choices, 'level')}
        {...checkboxesProps(fields.levels)}
      />
      {choices.terms.some(({ scheme }) => scheme === 'questionType') && (
        <Checkboxes
          small
          label={LABELS.types}
          hint="If you can say."
          items={termItems(choices, 'questionType')}
          {...checkboxesProps(fields.types)}
        />
      )}
      <Radios
        inline
        label={LABELS.illicitFinance}
        items={[...YES_NO]}
        {...fieldProps(fields.illicitFinance)}
      />
      <Textarea label={LABELS.illicitFinanceReason} rows={3} {...fieldProps(fields.illicitFinanceReason)} />
    </>
  );
}
