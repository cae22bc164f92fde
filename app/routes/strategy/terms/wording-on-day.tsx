import { isoDay, showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  reference: string;
  asOf: { day: Date; wording: { number: number; name: string; definition: string } | null } | null;
  typed: string | undefined;
  wrong: string | undefined;
}

/** What the term said on another day. */
export function WordingOnDay({ reference, asOf, typed, wrong }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Wording on another day</h2>
      {asOf && (
        <InsetText>
          {asOf.wording ? (
            <>
              On {showDate(asOf.day)} it said (version {asOf.wording.number}):{' '}
              <strong>{asOf.wording.name}</strong>. {asOf.wording.definition}
            </>
          ) : (
            <>No wording is recorded for {showDate(asOf.day)}: the first one here is later.</>
          )}
        </InsetText>
      )}
      <form method="get" action={paths.term(reference)} className="flex flex-wrap items-end gap-x-4">
        <TextInput
          name="on"
          type="date"
          label="Day"
          defaultValue={typed ?? (asOf ? isoDay(asOf.day) : '')}
          error={wrong}
          className="govuk-input--width-10"
        />
        <Button variant="secondary">Show</Button>
      </form>
    </>
  );
}
