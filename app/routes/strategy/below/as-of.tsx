import { isoDay, showDate } from '~/domain/uk-time';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { InsetText } from '~/ui/content/inset-text';

interface Props {
  action: string;
  day: Date;
  typed: string | undefined;
  isDay: boolean;
  asked: boolean;
  /** What else the address says, kept. */
  kept?: Record<string, string | undefined>;
  /** Where today is shown. */
  today: string;
}

/** The day a page of the strategy is shown as of. */
export function AsOf({ action, day, typed, isDay, asked, kept = {}, today }: Props) {
  return (
    <form method="get" action={action} className="flex flex-wrap items-end gap-x-4 print:hidden">
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <TextInput
        name="on"
        type="date"
        label="See it as of another day"
        defaultValue={typed ?? isoDay(day)}
        error={isDay ? undefined : 'Enter a real date, like 2019-05-01'}
        className="govuk-input--width-10"
      />
      <Button variant="secondary">Show</Button>
      {asked && (
        <p className="govuk-body">
          <a className="govuk-link" href={today}>
            Back to today
          </a>
        </p>
      )}
    </form>
  );
}

/** Above the page of one thing as it was known on a day. */
export function ShownAsOf({ day, enteredSince, today }: { day: Date; enteredSince: boolean; today: string }) {
  return (
    <InsetText>
      As it was known on {showDate(day)}.
      {enteredSince && ' It was entered after that day, so this is its first record.'}{' '}
      <a className="govuk-link" href={today}>
        See it as it is today
      </a>
    </InsetText>
  );
}
