import { dateProps, fieldProps, type Fields } from '~/components/form';
import { NEED_LABELS as LABELS } from '~/domain/questions/tasks/need';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { BOLD } from './choices';

export function NeedForm({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput
        label={LABELS.title}
        labelProps={BOLD}
        hint="For example, “How do insiders at ports get recruited, and what raises the cost of recruiting them?”"
        {...fieldProps(fields.title)}
      />
      <CharacterCount
        label={LABELS.summary}
        labelProps={BOLD}
        maxCharacters={1200}
        rows={5}
        {...fieldProps(fields.summary)}
      />
      <CharacterCount
        label={LABELS.decision}
        labelProps={BOLD}
        maxCharacters={600}
        rows={3}
        {...fieldProps(fields.decision)}
      />
      <DateInput label={LABELS.decisionDate} labelProps={BOLD} {...dateProps(fields.decisionDate)} />
      <DateInput
        label={LABELS.neededBy}
        labelProps={BOLD}
        hint="Before the decision, with time to read it."
        {...dateProps(fields.neededBy)}
      />
    </>
  );
}
