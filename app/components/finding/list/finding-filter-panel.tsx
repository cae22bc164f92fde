import { STUDY_TYPES, studyTypes } from '~/domain/knowledge/finding';
import type { FindingFilters } from '~/domain/knowledge/finding-filters';
import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { FilterPanel } from '~/ui/report/filter-panel';
import { chosenFindingFilters, CONFIDENCES, ORIGINS, withoutBox } from './finding-filter-names';
import { priorityOptions } from '../rating/priority-options';

interface Props {
  filters: FindingFilters;
  terms: TermChoice[];
  priorities: PrioritySetChoice[];
}

const types = studyTypes.map((type) => ({ value: type, label: STUDY_TYPES[type] }));
const confidences = Object.entries(CONFIDENCES).map(([value, label]) => ({ value, label }));
const origins = [
  { text: 'Anywhere', value: '' },
  ...Object.entries(ORIGINS).map(([value, text]) => ({ value, text })),
];

/** Filters of the list of findings, kept in its address. What has no box here is sent along. */
export function FindingFilterPanel({ filters, terms, priorities }: Props) {
  const { q, threat, strand, priority, type, confidence, origin, from, to } = filters;
  const boxes = (scheme: string) =>
    terms.filter((term) => term.scheme === scheme).map(({ slug, name }) => ({ label: name, value: slug }));
  return (
    <FilterPanel
      action={paths.findings()}
      clearHref={paths.findings()}
      chosen={chosenFindingFilters(filters, terms, priorities)}
    >
      {withoutBox(filters).map(([name, value]) => (
        <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
      ))}
      <TextInput label="Words" name="q" type="search" defaultValue={q} />
      <Checkboxes small label="Threat area" name="threat" items={boxes('threatArea')} defaultValue={threat} />
      <Checkboxes small label="Strand" name="strand" items={boxes('strand')} defaultValue={strand} />
      <Select
        label="Priority"
        name="priority"
        options={priorityOptions(priorities, 'Any')}
        defaultValue={priority[0]}
      />
      <Checkboxes small label="Kind of study" name="type" items={types} defaultValue={type} />
      <Checkboxes small label="Confidence" name="confidence" items={confidences} defaultValue={confidence} />
      <TextInput label="From year" name="from" width={4} inputMode="numeric" defaultValue={from} />
      <TextInput label="To year" name="to" width={4} inputMode="numeric" defaultValue={to} />
      <Select label="Where it came from" name="origin" options={origins} defaultValue={origin} />
    </FilterPanel>
  );
}
