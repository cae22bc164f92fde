import { AVAILABILITIES, AVAILABILITY_NAMES, WILLING, WILLING_NAMES } from '~/domain/people/expert-profile';
import { paths } from '~/paths';
import { Select } from '~/ui/forms/select';
import { FilterPanel } from '~/ui/report/filter-panel';

interface Term {
  reference: string;
  name: string;
}

interface Props {
  chosen: Record<string, string>;
  choices: { threatAreas: Term[]; methods: Term[]; languages: string[]; regions: string[] };
}

const ANY = { text: 'Any', value: '' };
const options = (terms: Term[]) => [
  ANY,
  ...terms.map(({ reference, name }) => ({ text: name, value: reference })),
];

export function ExpertFilters({ chosen, choices }: Props) {
  const selects = [
    { label: 'Threat area', name: 'threat', options: options(choices.threatAreas) },
    { label: 'Method', name: 'method', options: options(choices.methods) },
    {
      label: 'Availability',
      name: 'availability',
      options: [ANY, ...AVAILABILITY_NAMES.map((value) => ({ value, text: AVAILABILITIES[value].name }))],
    },
    {
      label: 'Language',
      name: 'language',
      options: [ANY, ...choices.languages.map((name) => ({ text: name, value: name }))],
    },
    {
      label: 'Region',
      name: 'region',
      options: [ANY, ...choices.regions.map((name) => ({ text: name, value: name }))],
    },
    {
      label: 'Would, if asked',
      name: 'willing',
      options: [ANY, ...WILLING_NAMES.map((value) => ({ value, text: WILLING[value] }))],
    },
  ];
  const filtered = Object.keys(chosen).length > 0;
  return (
    <FilterPanel action={paths.experts()} {...(filtered ? { clearHref: paths.experts() } : {})}>
      {selects.map((select) => (
        <Select
          key={select.name}
          className="max-w-full"
          defaultValue={chosen[select.name] ?? ''}
          {...select}
        />
      ))}
    </FilterPanel>
  );
}
