import { fieldProps, type Fields } from '~/components/form';
import { PEOPLE_LABELS as LABELS } from '~/domain/questions/tasks/people';
import { InsetText } from '~/ui/content/inset-text';
import { Radios } from '~/ui/forms/radios';
import { BOLD, type TaskAbout, type TaskChoices } from './choices';

interface Props {
  fields: Fields;
  choices: TaskChoices;
}

export function OwnerField({ fields, choices, label }: Props & { label: string }) {
  if (choices.owners.length === 0)
    return (
      <InsetText>
        Nobody else in your team is a senior responsible owner. Ask your team to give somebody that role: the
        author of a question can never approve it.
      </InsetText>
    );
  return (
    <Radios
      label={label}
      labelProps={BOLD}
      hint="They approve it. The author never does."
      items={choices.owners}
      {...fieldProps(fields.owner)}
    />
  );
}

export function PeopleForm({ fields, choices, about }: Props & { about: TaskAbout }) {
  return (
    <>
      <OwnerField fields={fields} choices={choices} label={LABELS.owner} />
      {about.takesBids &&
        (choices.budgetHolders.length > 0 ? (
          <Radios
            label={LABELS.budgetHolder}
            labelProps={BOLD}
            hint="They open the bids together with the moderator."
            items={choices.budgetHolders}
            {...fieldProps(fields.budgetHolder)}
          />
        ) : (
          <InsetText>Nobody in your team is a budget holder yet.</InsetText>
        ))}
    </>
  );
}
