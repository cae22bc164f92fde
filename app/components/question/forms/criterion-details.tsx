import { fieldProps, type Fields } from '~/components/form';
import { scoreBands } from '~/domain/evaluation/scoring/score-scale';
import { CRITERION_STAGES, DETAIL_LABELS as LABELS } from '~/domain/questions/method/criterion-fields';
import { Details } from '~/ui/content/details';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';

/** What a criterion may say beyond its name and weight; each part has a usual answer. */
export function CriterionDetails({ fields, row }: { fields: Fields; row: string }) {
  return (
    <Details summary={`Guidance, word limits and interview for criterion ${row}`}>
      <p className="govuk-body">Leave a score empty to use its standard words.</p>
      {scoreBands.map(({ value, name }) => (
        <TextInput
          key={value}
          label={LABELS.band(row, value)}
          hint={`Standard: ${name.toLowerCase()}`}
          {...fieldProps(fields[`band${row}of${value}`])}
        />
      ))}
      <div className="flex flex-wrap gap-6">
        <TextInput
          label={LABELS.words(row)}
          hint="By weight if empty"
          width={5}
          inputMode="numeric"
          {...fieldProps(fields[`words${row}`])}
        />
        <TextInput
          label={LABELS.reasonWords(row)}
          hint="For evaluators"
          width={4}
          inputMode="numeric"
          {...fieldProps(fields[`reasonWords${row}`])}
        />
      </div>
      <Select
        label={LABELS.stage(row)}
        options={[
          { value: '', text: 'From the written bid' },
          ...CRITERION_STAGES.slice(1).map(({ value, label }) => ({ value, text: label })),
        ]}
        {...fieldProps(fields[`stage${row}`])}
      />
    </Details>
  );
}
