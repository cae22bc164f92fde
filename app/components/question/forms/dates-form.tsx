import { dateProps, fieldProps, type Fields } from '~/components/form';
import { DATES_LABELS as LABELS } from '~/domain/questions/tasks/dates';
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
    </>
  );
}
