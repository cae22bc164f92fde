import { showDay } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

/** As of which day a page beside the map is counted. */
export function MapDay({ on, action }: { on: string | undefined; action: string }) {
  return (
    <>
      {on && (
        <InsetText>
          As it stood on {showDay(on)}.{' '}
          <a className="govuk-link" href={action}>
            See it as it is today
          </a>
        </InsetText>
      )}
      <form method="get" action={action} className="flex flex-wrap items-end gap-x-4 print:hidden">
        <TextInput name="on" type="date" label="As it stood on" width={10} defaultValue={on} />
        <Button variant="secondary">Show</Button>
      </form>
    </>
  );
}
