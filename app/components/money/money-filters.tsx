import { OPENS_TODAY } from '~/components/as-of';
import { showDay } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
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

/** Above figures of a past day. */
export const MoneyOnDay = ({ on, today }: { on: string | undefined; today: string }) =>
  on === undefined ? null : (
    <InsetText>
      As it was known on {showDay(on)}. {OPENS_TODAY}{' '}
      <a className="govuk-link" data-no-day href={today}>
        See it as it is today
      </a>
    </InsetText>
  );
