import { DayField } from '~/components/as-of';
import { THRESHOLDS } from '~/domain/insight/demand/rate-change';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';

export interface DemandView {
  by: 'threatArea' | 'level' | 'organisation';
  per: 'month' | 'quarter';
  oneIn: number;
  on?: string | undefined;
}

interface Props extends Record<'typed' | 'wrong', string | undefined> {
  view: DemandView;
}

/** By what, per how long, and how rare a figure must be to be called a change. */
export function DemandChoices({ view, typed, wrong }: Props) {
  return (
    <form method="get" action={paths.demand()} className="flex flex-wrap items-end gap-x-4">
      <Select
        name="by"
        label="By"
        defaultValue={view.by}
        options={[
          { value: 'threatArea', text: 'Threat area' },
          { value: 'level', text: 'Level' },
          { value: 'organisation', text: 'Asking organisation' },
        ]}
      />
      <Select
        name="per"
        label="Per"
        defaultValue={view.per}
        options={[
          { value: 'month', text: 'Month' },
          { value: 'quarter', text: 'Quarter' },
        ]}
      />
      <Select
        name="oneIn"
        label="Mark what is rarer than"
        defaultValue={view.oneIn}
        options={THRESHOLDS.map((value) => ({ value, text: `1 in ${value.toLocaleString('en-GB')}` }))}
      />
      <DayField {...{ typed, wrong }} />
      <Button variant="secondary">Show</Button>
    </form>
  );
}
