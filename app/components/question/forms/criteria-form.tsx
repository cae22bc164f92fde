import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { CRITERIA_LABELS as LABELS, CRITERION_ROWS, HIDDEN_BIDDERS } from '~/domain/questions/tasks/criteria';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';
import type { TaskAbout } from './choices';
import { CriterionDetails } from './criterion-details';
import { MethodForm } from './method-form';
import { RequirementsForm } from './requirements-form';

export function CriteriaForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <p className="govuk-body">
        Weights total exactly 100. Leave a row empty to do without it. Criteria, weights and scale are frozen
        at publication. Each is scored from 0 (no answer) to 5 (exceeds, with evidence).
      </p>
      {CRITERION_ROWS.map((row) => (
        <Fieldset key={row} legend={`Criterion ${row}`} legendProps={{ size: 's' }}>
          <TextInput label={LABELS.name(row)} {...fieldProps(fields[`name${row}`])} />
          <TextInput label={LABELS.guidance(row)} {...fieldProps(fields[`guidance${row}`])} />
          <div className="flex flex-wrap gap-6">
            <TextInput
              label={LABELS.weight(row)}
              width={3}
              inputMode="numeric"
              {...fieldProps(fields[`weight${row}`])}
            />
            <TextInput
              label={LABELS.minimum(row)}
              width={3}
              inputMode="numeric"
              {...fieldProps(fields[`minimum${row}`])}
            />
          </div>
          <CriterionDetails fields={fields} row={row} />
        </Fieldset>
      ))}
      {about.priceScored ? (
        <TextInput
          label={LABELS.qualityWeight}
          hint="Price gets the rest: 70 means 70 to 30."
          width={3}
          inputMode="numeric"
          {...fieldProps(fields.qualityWeight)}
        />
      ) : (
        <input type="hidden" name="qualityWeight" value="100" />
      )}
      <MethodForm fields={fields} priceScored={about.priceScored} />
      <RequirementsForm fields={fields} />
      <Checkboxes
        label={LABELS.bidsAnonymous}
        hint="Text that gives a bidder away is hidden too. It does not go with interviews."
        items={[...HIDDEN_BIDDERS]}
        {...checkboxesProps(fields.bidsAnonymous)}
      />
      <TextInput label={LABELS.wordLimit} width={5} inputMode="numeric" {...fieldProps(fields.wordLimit)} />
    </>
  );
}
