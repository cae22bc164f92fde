import { STUDY_TYPES, studyTypes } from '~/domain/knowledge/finding';
import type { FindingFilters } from '~/domain/knowledge/finding-filters';
import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { FilterPanel } from '~/ui/report/filter-panel';
import { priorityOptions } from './rating/priority-options';

interface Props {
  filters: FindingFilters;
  terms: TermChoice[];
  priorities: PrioritySetChoice[];
}

const ORIGINS = [
  { text: 'Anywhere', value: '' },
  { text: 'Answers to questions', value: 'questions' },
  { text: 'Shared research', value: 'shared' },
];
const CONFIDENCES = [
  { text: 'Any', value: '' },
  { text: 'Not yet appraised', value: 'notAppraised' },
  { text: 'Low', value: 'low' },
  { text: 'Moderate', value: 'moderate' },
  { text: 'High', value: 'high' },
];

/** Filters of the list of findings, kept in its address. */
export function FindingFilterPanel({ filters, terms, priorities }: Props) {
  const { q, threat, strand, priority, type, confidence, origin, from, to } = filters;
  const termOptions = (scheme: string) => [
    { text: 'Any', value: '' },
    ...terms.filter((term) => term.scheme === scheme).map(({ slug, name }) => ({ text: name, value: slug })),
  ];
  const typeOptions = [
    { text: 'Any', value: '' },
    ...studyTypes.map((one) => ({ text: STUDY_TYPES[one], value: one })),
  ];
  return (
    <FilterPanel action={paths.findings()} clearHref={paths.findings()}>
      <TextInput label="Words" name="q" type="search" defaultValue={q} />
      <Select
        label="Threat area"
        name="threat"
        options={termOptions('threatArea')}
        defaultValue={threat[0]}
      />
      <Select label="Strand" name="strand" options={termOptions('strand')} defaultValue={strand[0]} />
      <Select
        label="Priority"
        name="priority"
        options={priorityOptions(priorities, 'Any')}
        defaultValue={priority[0]}
      />
      <Select label="Kind of study" name="type" options={typeOptions} defaultValue={type[0]} />
      <Select label="Confidence" name="confidence" options={CONFIDENCES} defaultValue={confidence[0]} />
      <TextInput label="From year" name="from" width={4} inputMode="numeric" defaultValue={from} />
      <TextInput label="To year" name="to" width={4} inputMode="numeric" defaultValue={to} />
      <Select label="Where it came from" name="origin" options={ORIGINS} defaultValue={origin} />
    </FilterPanel>
  );
}
