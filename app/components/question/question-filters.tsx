import { QUESTION_STATES, stateLabel } from '~/domain/questions/question';
import { paths } from '~/paths';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { FilterPanel } from '~/ui/report/filter-panel';

export interface ChosenFilters {
  q?: string | undefined;
  threat?: string[] | undefined;
  strand?: string[] | undefined;
  enabler?: string[] | undefined;
  level?: string[] | undefined;
  priority?: string[] | undefined;
  route?: string[] | undefined;
  state?: string[] | undefined;
  team?: string | undefined;
}

interface Props {
  filters: ChosenFilters;
  terms: { scheme: string; slug: string; name: string }[];
  sets: { document: string; priorities: { reference: string; name: string }[] }[];
  routes: { slug: string; name: string }[];
}

const STATES = [
  { value: 'asked', label: 'Asked, not commissioned yet' },
  { value: 'commissioned', label: 'Commissioned' },
  ...QUESTION_STATES.filter((state) => state !== 'clarificationsClosed').map((state) => ({
    value: state,
    label: stateLabel(state),
  })),
];

/** Filters that go into the address. What is in force but has no box here, such as a team, stays as a chip and is sent along. */
export function QuestionFilters({ filters, terms, sets, routes }: Props) {
  const items = (scheme: string) =>
    terms.filter((term) => term.scheme === scheme).map(({ slug, name }) => ({ value: slug, label: name }));
  const priorities = sets.flatMap((set) =>
    set.priorities.map(({ reference, name }) => ({ value: reference, text: `${name} (${set.document})` })),
  );
  return (
    <FilterPanel
      action={paths.questions()}
      title="Filter questions"
      clearHref={paths.questions()}
      chosen={chosenFilters(filters, { terms, sets, routes })}
    >
      {boxless(filters).map(([name, value]) => (
        <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
      ))}
      <TextInput name="q" label="Words" defaultValue={filters.q} />
      <Checkboxes small name="state" label="State" items={STATES} defaultValue={filters.state ?? []} />
      <Checkboxes
        small
        name="route"
        label="Route"
        items={routes.map(({ slug, name }) => ({ value: slug, label: name }))}
        defaultValue={filters.route ?? []}
      />
      <Checkboxes
        small
        name="threat"
        label="Threat area"
        items={items('threatArea')}
        defaultValue={filters.threat ?? []}
      />
      <Checkboxes
        small
        name="strand"
        label="Strand"
        items={items('strand')}
        defaultValue={filters.strand ?? []}
      />
      <Select
        name="priority"
        label="Priority"
        options={[{ value: '', text: 'Any' }, ...priorities]}
        defaultValue={filters.priority?.[0] ?? ''}
      />
    </FilterPanel>
  );
}

function boxless({ threat, strand, enabler, level, team }: ChosenFilters): [name: string, value: string][] {
  const none = (values: string[] | undefined) => (values ?? []).filter((value) => value === NONE);
  const kept: Record<string, string[]> = {
    threat: none(threat),
    strand: none(strand),
    enabler: enabler ?? [],
    level: level ?? [],
    team: team ? [team] : [],
  };
  return Object.entries(kept).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

/** The value by which the map asks for what carries no term of a kind. */
const NONE = 'none';
const NONE_OF: Record<string, string> = {
  threat: 'No threat area',
  strand: 'No strand',
  enabler: 'No enabler',
  level: 'No level',
};

function textOf(filter: string, value: string, names: Map<string, string>): string {
  if (filter === 'team') return 'One team';
  if (filter === 'q') return `“${value}”`;
  return (value === NONE ? NONE_OF[filter] : names.get(value)) ?? value;
}

function chosenFilters(filters: ChosenFilters, { terms, sets, routes }: Omit<Props, 'filters'>) {
  const names = new Map([
    ...terms.map(({ slug, name }): [string, string] => [slug, name]),
    ...routes.map(({ slug, name }): [string, string] => [slug, name]),
    ...STATES.map(({ value, label }): [string, string] => [value, label]),
    ...sets.flatMap((set) =>
      set.priorities.map(({ reference, name }): [string, string] => [reference, name]),
    ),
  ]);
  return Object.entries(filters).flatMap(([filter, value]) =>
    [value].flat().flatMap((one: string | undefined) => {
      if (one === undefined) return [];
      const rest = Array.isArray(value) ? value.filter((other) => other !== one) : undefined;
      return [
        { text: textOf(filter, one, names), removeHref: paths.questionList({ ...filters, [filter]: rest }) },
      ];
    }),
  );
}
