import { isoDay, showDate } from '~/domain/uk-time';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { InsetText } from '~/ui/content/inset-text';

/** What a page of a past day leads to that has no past of its own. */
export const OPENS_TODAY =
  'Searches, and the pages of questions, findings and experts, open as they are today.';

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
        <TextInput
          name="on"
          type="date"
          label="See it as of another day"
          defaultValue={typed ?? isoDay(day)}
          error={wrong}
          className="govuk-input--width-10"
        />
        <Button variant="secondary">Show</Button>
      </form>
      {asked && <ShownAsOf {...{ day, enteredSince, today }} />}
    </>
  );
}

/** Above what was known on a day. */
export function ShownAsOf({ day, enteredSince, today }: { day: Date; enteredSince: boolean; today: string }) {
  return (
    <InsetText>
      As it was known on {showDate(day)}.
      {enteredSince && ' It was entered after that day, so this is its first record.'} {OPENS_TODAY}{' '}
      <a className="govuk-link" data-no-day href={today}>
        See it as it is today
      </a>
    </InsetText>
  );
}
