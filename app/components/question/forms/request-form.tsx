import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import { MARKINGS } from '~/domain/questions/marking';
import { ADVICE_FEES, REQUEST_LABELS as LABELS } from '~/domain/questions/tasks/request';
import { CharacterCount } from '~/ui/forms/character-count';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PriorityBoxes, termItems } from './areas-form';
import { BOLD, type TaskAbout, type TaskChoices } from './choices';
import { ClosingFields } from './dates-form';
import { OwnerField } from './people-form';
import { Warnings } from './warnings';

interface Props {
  fields: Fields;
  choices: TaskChoices;
  about: TaskAbout;
}

/** Everything that an expert advice request asks, on one page. */
export function RequestForm({ fields, choices, about }: Props) {
  return (
    <>
      <TextInput label={LABELS.title} labelProps={BOLD} {...fieldProps(fields.title)} />
      <CharacterCount
        label={LABELS.summary}
        labelProps={BOLD}
        maxCharacters={1200}
        rows={4}
        {...fieldProps(fields.summary)}
      />
      <CharacterCount
        label={LABELS.questionsAsked}
        labelProps={BOLD}
        hint="One question a line."
        maxCharacters={3000}
        rows={4}
        {...fieldProps(fields.questionsAsked)}
      />
      <Checkboxes
        small
        label={LABELS.threats}
        labelProps={BOLD}
        items={termItems(choices, 'threatArea')}
        {...checkboxesProps(fields.threats)}
      />
      <PriorityBoxes fields={fields} choices={choices} />
      <DateInput label={LABELS.decisionDate} labelProps={BOLD} {...dateProps(fields.decisionDate)} />
      <Radios label={LABELS.fee} labelProps={BOLD} items={[...ADVICE_FEES]} {...fieldProps(fields.fee)} />
      <TextInput
        label={LABELS.feeAmount}
        labelProps={BOLD}
        hint="For a fixed fee."
        width={10}
        inputMode="decimal"
        {...fieldProps(fields.feeAmount)}
      />
      <Radios
        label={LABELS.marking}
        labelProps={BOLD}
        items={[...MARKINGS]}
        {...fieldProps(fields.marking)}
      />
      <Checkboxes
        label="Data"
        labelProps={BOLD}
        items={[{ value: 'on', label: LABELS.noPersonalData }]}
        {...checkboxesProps(fields.noPersonalData)}
      />
      <OwnerField fields={fields} choices={choices} label={LABELS.owner} />
      <Warnings warnings={about.warnings} />
      <ClosingFields fields={fields} day={LABELS.closesOn} hint="Experts usually get five working days." />
    </>
  );
}
