import { DayField, ShownAsOf } from '~/components/as-of';
import { Button } from '~/ui/forms/button';

interface Props extends Record<'on' | 'typed' | 'wrong', string | undefined> {
  action: string;
}

/** As of which day a page beside the map is counted. */
export function MapDay({ on, typed, wrong, action }: Props) {
  return (
    <>
      {on && <ShownAsOf day={on} stood today={action} />}
      <form method="get" action={action} className="flex flex-wrap items-end gap-x-4 print:hidden">
        <DayField label="As it stood on" {...{ typed, wrong }} />
        <Button variant="secondary">Show</Button>
      </form>
    </>
  );
}
