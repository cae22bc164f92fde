import { dateProps, fieldProps, type Fields } from '~/components/form';
import { DATES_LABELS as LABELS } from '~/domain/questions/tasks/dates';
import { Details } from '~/ui/content/details';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { BOLD, type TaskAbout } from './choices';
import { Warnings } from './warnings';

/** The closing instant, entered as UK wall time. */
export function ClosingFields({ fields, day, hint }: { fields: Fields; day: string; hint: string }) {
  return (
    <>
      <DateInput label={day} labelProps={BOLD} hint={hint} {...dateProps(fields.closesOn)} />
      <TextInput
        label={LABELS.closesTime}
        labelProps={BOLD}
        hint="For example, 17:00."
        width={5}
        {...fieldProps(fields.closesTime)}
      />
    </>
  );
}

export function DatesForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <Warnings warnings={about.warnings} />
      <ClosingFields
        fields={fields}
        day={LABELS.closesOn}
        hint={`${about.routeName} usually gives ${about.biddingWorkingDays} working days. A bid counts if it arrives before this instant.`}
      />
      <p className="govuk-body">
        Clarifications can be asked for half of that time, in working days. Answers are due one working day
        before closing.
      </p>
      {about.takesBids && <FirstStage fields={fields} />}
    </>
  );
}

/** Off unless a day is given. */
const FirstStage = ({ fields }: { fields: Fields }) => (
  <Details
    summary="Ask for short expressions of interest first"
    open={Boolean(
      fields['expressionsOn']?.initialValue ||
      fields['expressionsOn']?.errors ||
      fields['expressionWords']?.errors ||
      fields['expressionCriteria']?.errors,
    )}
  >
    <p className="govuk-body">
      Worth it where many would bid and few can win: people send names and an approach, no price. The panel
      says yes or no to each, and only those invited write a bid. Leave the day empty to go without. Leave
      enough time between it and the closing day to write a bid.
    </p>
    <DateInput label={LABELS.expressionsOn} labelProps={BOLD} {...dateProps(fields['expressionsOn'])} />
    <TextInput
      label={LABELS.expressionsTime}
      hint="17:00 if empty"
      width={5}
      {...fieldProps(fields['expressionsTime'])}
    />
    <TextInput
      label={LABELS.expressionWords}
      hint="500 is usual"
      width={4}
      inputMode="numeric"
      {...fieldProps(fields['expressionWords'])}
    />
    <CharacterCount
      label={LABELS.expressionCriteria}
      hint="Published with the question: the panel says yes or no by these words alone."
      maxCharacters={2000}
      rows={4}
      {...fieldProps(fields['expressionCriteria'])}
    />
  </Details>
);
