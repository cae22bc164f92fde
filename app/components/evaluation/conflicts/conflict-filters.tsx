import { CONFLICT_STATES, type ConflictState } from '~/domain/evaluation/interests/conflicts/conflict';
import { paths } from '~/paths';
import { Select } from '~/ui/forms/select';
import { FilterPanel } from '~/ui/report/filter-panel';
import { STATES } from './conflict-words';

interface Props {
  view: {
    reference: string;
    filters: { state?: ConflictState | undefined; person?: string | undefined };
    states: { state: ConflictState; count: number }[];
    people: { reference: string; name: string }[];
  };
}

export function ConflictFilters({ view: { reference, filters, states, people } }: Props) {
  const countOf = (state: ConflictState) => states.find((one) => one.state === state)?.count ?? 0;
  return (
    <FilterPanel
      action={paths.conflicts(reference)}
      title="Filter conflicts"
      clearHref={paths.conflicts(reference)}
    >
      <Select
        name="state"
        label="State"
        defaultValue={filters.state ?? ''}
        options={[
          { text: 'All', value: '' },
          ...CONFLICT_STATES.map((state) => ({
            text: `${STATES[state].name} (${countOf(state)})`,
            value: state,
          })),
        ]}
      />
      <Select
        name="person"
        label="Person"
        defaultValue={filters.person ?? ''}
        options={[
          { text: 'Everybody', value: '' },
          ...people.map((one) => ({ text: one.name, value: one.reference })),
        ]}
      />
    </FilterPanel>
  );
}
