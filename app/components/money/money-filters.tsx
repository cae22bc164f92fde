import { showDay } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { FilterPanel } from '~/ui/report/filter-panel';

interface Props {
  action: string;
  filter: { from?: string | undefined; to?: string | undefined; base?: string | undefined };
  bases: string[];
}

/** Which money: of which period, and of what it is a part. */
export function MoneyFilters({ action, filter, bases }: Props) {
  return (
    <FilterPanel action={action} clearHref={action} submitText="Show">
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

/** As of which day money is counted; the days of a period say when it was paid. */
export const DayField = ({ typed, wrong }: Record<'typed' | 'wrong', string | undefined>) => (
  <TextInput
    type="date"
    label="As it was known on"
    name="on"
    id="on"
    width={10}
    error={wrong}
    defaultValue={typed}
  />
);

/** Above figures of a past day. Lists are of today. */
export const MoneyOnDay = ({ on, today }: { on: string | undefined; today: string }) =>
  on === undefined ? null : (
    <InsetText>
      As it was known on {showDay(on)}. The lines that figures lead to are those of today.{' '}
      <a className="govuk-link" data-no-day href={today}>
        See it as it is today
      </a>
    </InsetText>
  );
