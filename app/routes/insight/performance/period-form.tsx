import type { Period } from '~/domain/insight/performance/period';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

/** Two days in the address, so that figures can be shared with their period. */
export const PeriodForm = ({ action, period }: { action: string; period: Period }) => (
  <form method="get" action={action}>
    <TextInput name="from" type="date" label="From" defaultValue={period.from} width={10} />
    <TextInput name="to" type="date" label="To, that day included" defaultValue={period.to} width={10} />
    <Button variant="secondary">Show this period</Button>
  </form>
);

export const wrongWay = ({ from, to }: Period): boolean => from > to;
