import { dateProps, fieldProps, type Fields } from '~/components/form';
import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { priorityOptions } from '../rating/priority-options';

interface Props {
  fields: Fields;
  organisations: { reference: string; name: string }[];
  priorities: PrioritySetChoice[];
}

/** Who decided what, when, and what shows that the finding had a part in it. */
export function ImpactFields({ fields, organisations, priorities }: Props) {
  const own = [
    { text: 'Choose an organisation', value: '' },
    ...organisations.map(({ reference, name }) => ({ text: name, value: reference })),
  ];
  return (
    <>
      <Textarea
        label="What was decided"
        rows={3}
        hint="The decision in a sentence, without operational detail"
        {...fieldProps(fields.decision)}
      />
      <DateInput
        label="When"
        labelProps={{ size: 's' }}
        hint="Like 21 11 2026"
        {...dateProps(fields.decidedOn)}
      />
      <Select
        label="Which of your organisations decided"
        options={own}
        {...fieldProps(fields.organisation)}
      />
      <Textarea
        label="What the finding changed"
        rows={4}
        hint="What would have been different without it"
        {...fieldProps(fields.effect)}
      />
      <Textarea
        label="What shows it"
        rows={3}
        hint="A paper, a minute, a published document. No names of suspects or victims."
        {...fieldProps(fields.evidence)}
      />
      <TextInput label="Web address of that (optional)" type="url" {...fieldProps(fields.evidenceAddress)} />
      <Select
        label="Priority it served (optional)"
        options={priorityOptions(priorities, 'None in particular')}
        {...fieldProps(fields.priority)}
      />
    </>
  );
}
