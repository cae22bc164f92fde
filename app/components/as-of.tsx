import { isoDay, showDate } from '~/domain/uk-time';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { InsetText } from '~/ui/content/inset-text';

interface Props {
  action: string;
  day: Date;
  typed: string | undefined;
  wrong: string | undefined;
  asked: boolean;
  /** Whether the one thing that the page is about was entered after that day. */
  enteredSince?: boolean;
  /** What else the address says, kept. */
  kept?: Record<string, string | undefined>;
  /** Where today is shown. */
  today: string;
}

/** The day that a page is shown as of. */
export function AsOf({ action, day, typed, wrong, asked, enteredSince = false, kept = {}, today }: Props) {
  return (
    <>
      <form method="get" action={action} className="flex flex-wrap items-end gap-x-4 print:hidden">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <DayField label="See it as of another day" typed={typed ?? isoDay(day)} wrong={wrong} />
        <Button variant="secondary">Show</Button>
      </form>
      {asked && <ShownAsOf {...{ day, enteredSince, today }} />}
    </>
  );
}

interface DayFieldProps extends Record<'typed' | 'wrong', string | undefined> {
  label?: string;
}

/** As of which day; what is no such day stays in it, with what is wrong. */
export const DayField = ({ label = 'As it was known on', typed, wrong }: DayFieldProps) => (
  <TextInput name="on" type="date" label={label} width={10} error={wrong} defaultValue={typed} />
);

interface ShownProps {
  day: Date | string;
  /** Of what is counted as it stood, and not as it was recorded by then. */
  stood?: boolean;
  enteredSince?: boolean;
  today: string;
}

/** Above what is shown of a past day, and what it leads to that has no past of its own. */
export function ShownAsOf({ day, stood = false, enteredSince = false, today }: ShownProps) {
  return (
    <InsetText>
      As it {stood ? 'stood' : 'was known'} on {showDate(day)}.
      {enteredSince && ' It was entered after that day, so this is its first record.'} Searches, and the pages
      of questions, findings and experts, open as they are today.{' '}
      <a className="govuk-link" data-no-day href={today}>
        See it as it is today
      </a>
    </InsetText>
  );
}
