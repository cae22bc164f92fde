import { fieldProps, type Fields } from '~/components/form';
import { CRITERION_ROWS } from '~/domain/questions/tasks/criteria';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';
import type { TaskAbout } from './choices';

export function CriteriaForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <p className="govuk-body">
        Weights total exactly 100. Leave a row empty to do without it. Criteria, weights and scale are frozen
        at publication. Each is scored from 0 (no answer) to 5 (exceeds, with evidence).
      </p>
      {CRITERION_ROWS.map((row) => (
        <Fieldset key={row} legend={`Criterion ${row}`} legendProps={{ size: 's' }}>
          <TextInput label={`Name of criterion ${row}`} {...fieldProps(fields[`name${row}`])} />
          <TextInput
            label={`What assessors look for in criterion ${row}`}
            {...fieldProps(fields[`guidance${row}`])}
          />
          <div className="flex flex-wrap gap-6">
            <TextInput
              label={`Weight of criterion ${row}`}
              width={3}
              inputMode="numeric"
              {...fieldProps(fields[`weight${row}`])}
            />
            <TextInput
              label={`Minimum for criterion ${row}, if any`}
              width={3}
              inputMode="numeric"
              {...fieldProps(fields[`minimum${row}`])}
            />
          </div>
        </Fieldset>
      ))}
      {about.priceScored ? (
        <TextInput
          label="Quality, out of 100"
          hint="Price gets the rest: 70 means 70 to 30."
          width={3}
          inputMode="numeric"
          {...fieldProps(fields.qualityWeight)}
        />
      ) : (
        <input type="hidden" name="qualityWeight" value="100" />
      )}
      <TextInput
        label="Most words in a bid"
        width={5}
        inputMode="numeric"
        {...fieldProps(fields.wordLimit)}
      />
    </>
  );
}
