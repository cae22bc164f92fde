import { OPENS_TODAY } from '~/components/as-of';
import { showDay } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

interface Props extends Record<'on' | 'typed' | 'wrong', string | undefined> {
  action: string;
}

/** As of which day a page beside the map is counted. */
export function MapDay({ on, typed, wrong, action }: Props) {
  return (
    <>
      {on && (
        <InsetText>
          As it stood on {showDay(on)}. {OPENS_TODAY}{' '}
          <a className="govuk-link" data-no-day href={action}>
            See it as it is today
          </a>
        </InsetText>
      )}
      <form method="get" action={action} className="flex flex-wrap items-end gap-x-4 print:hidden">
        <TextInput
          name="on"
          type="date"
          label="As it stood on"
          width={10}
          error={wrong}
          defaultValue={typed}
        />
        <Button variant="secondary">Show</Button>
      </form>
    </>
  );
}
