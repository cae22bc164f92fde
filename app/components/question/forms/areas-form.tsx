import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { AREA_SCHEMES, AREAS_LABELS as LABELS } from '~/domain/questions/tasks/areas';
import { YES_NO } from '~/domain/questions/tasks/task';
import { Details } from '~/ui/content/details';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { BOLD, type TaskChoices } from './choices';

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

const priorityItems = (sets: TaskChoices['prioritySets']) =>
  sets.flatMap(({ document, when, priorities }) =>
    priorities.map(({ reference, name }) => ({
      value: reference,
      label: name,
      hint: `${document}, ${when}`,
    })),
  );

/** Priorities of the sets in force; those of earlier sets are folded away but can still be chosen. */
export function PriorityBoxes({ fields, choices }: Props) {
  const props = checkboxesProps(fields.priorities);
  const earlier = priorityItems(choices.prioritySets.filter(({ current }) => !current));
  return (
    <>
      <Checkboxes
        small
        label={LABELS.priorities}
        labelProps={BOLD}
        items={priorityItems(choices.prioritySets.filter(({ current }) => current))}
        {...props}
      />
      {earlier.length > 0 && (
        <Details
          summary="Priorities of earlier sets"
          open={earlier.some(({ value }) => props.defaultValue.includes(value))}
        >
          <Checkboxes
            small
            label="Priorities of earlier sets"
            labelProps={BOLD}
            items={earlier}
            {...props}
            id={`${props.id}-earlier`}
            error={undefined}
          />
        </Details>
      )}
    </>
  );
}

const IF_SAID = (['types', 'stages', 'positions'] as const).map((field) => ({
  field,
  scheme: AREA_SCHEMES[field],
}));

export function AreasForm({ fields, choices }: Props) {
  return (
    <>
      <Checkboxes
        small
        label={LABELS.threats}
        labelProps={BOLD}
        items={termItems(choices, 'threatArea')}
        {...checkboxesProps(fields.threats)}
      />
      <PriorityBoxes fields={fields} choices={choices} />
      <Checkboxes
        small
        label={LABELS.strands}
        labelProps={BOLD}
        items={termItems(choices, 'strand')}
        {...checkboxesProps(fields.strands)}
      />
      <Checkboxes
        small
        label={LABELS.enablers}
        labelProps={BOLD}
        hint="If it cuts across threat areas."
        items={termItems(choices, 'enabler')}
        {...checkboxesProps(fields.enablers)}
      />
      <Checkboxes
        small
        label={LABELS.levels}
        labelProps={BOLD}
        items={termItems(choices, 'level')}
        {...checkboxesProps(fields.levels)}
      />
      {IF_SAID.filter(({ scheme }) => choices.terms.some((term) => term.scheme === scheme)).map(
        ({ field, scheme }) => (
          <Checkboxes
            key={field}
            small
            label={LABELS[field]}
            labelProps={BOLD}
            hint="If you can say."
            items={termItems(choices, scheme)}
            {...checkboxesProps(fields[field])}
          />
        ),
      )}
      <Radios
        inline
        label={LABELS.illicitFinance}
        labelProps={BOLD}
        items={[...YES_NO]}
        {...fieldProps(fields.illicitFinance)}
      />
      <Textarea
        label={LABELS.illicitFinanceReason}
        labelProps={BOLD}
        rows={3}
        {...fieldProps(fields.illicitFinanceReason)}
      />
    </>
  );
}
