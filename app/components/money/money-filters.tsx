import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { FilterPanel } from '~/ui/report/filter-panel';

interface Props {
  action: string;
  filter: { from?: string | undefined; to?: string | undefined; base?: string | undefined };
  bases: string[];
  /** The day that the money is shown as of, kept. */
  on?: string | undefined;
}

/** Which money: of which period, and of what it is a part. */
export function MoneyFilters({ action, filter, bases, on }: Props) {
  return (
    <FilterPanel action={action} clearHref={action} submitText="Show">
      {on && <input type="hidden" name="on" value={on} />}
      <Select
        label="Base"
        hint="Shares of different bases together say little."
        id="base"
        name="base"
        defaultValue={filter.base}
        options={[{ text: 'All money', value: '' }, ...bases.map((base) => ({ text: base, value: base }))]}
      />
      <PeriodFields filter={filter} />
    </FilterPanel>
  );
}

/** From when to when money was paid or promised. */
export const PeriodFields = ({ filter }: { filter: Pick<Props['filter'], 'from' | 'to'> }) => (
  <>
    <TextInput
      type="date"
      label="Periods that begin from"
      name="from"
      id="from"
      defaultValue={filter.from}
      width={10}
    />
    <TextInput type="date" label="to" name="to" id="to" defaultValue={filter.to} width={10} />
  </>
);
