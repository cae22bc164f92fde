import { fieldProps, type Fields } from '~/components/form';
import { BASES, PROCUREMENT_LABELS as LABELS } from '~/domain/questions/tasks/procurement';
import { paths } from '~/paths';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { LotsForm } from './lots-form';
import { BOLD, type TaskAbout } from './choices';
import { Warnings } from './warnings';

export function ProcurementForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <p className="govuk-body">
        Route: <strong>{about.routeName}</strong>. If another fits better,{' '}
        <a className="govuk-link" href={paths.whichRoute()}>
          find the right route
        </a>{' '}
        and copy this question to it.
      </p>
      <Warnings warnings={about.warnings} />
      {about.warnings.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.thresholds()}>
            Procurement thresholds and their sources
          </a>
        </p>
      )}
      <TextInput
        label={LABELS.budgetMinimum}
        labelProps={BOLD}
        width={10}
        inputMode="decimal"
        {...fieldProps(fields.budgetMinimum)}
      />
      <TextInput
        label={LABELS.budgetMaximum}
        labelProps={BOLD}
        width={10}
        inputMode="decimal"
        {...fieldProps(fields.budgetMaximum)}
      />
      <Radios label={LABELS.basis} labelProps={BOLD} items={[...BASES]} {...fieldProps(fields.basis)} />
      <Textarea
        label={LABELS.justification}
        labelProps={BOLD}
        rows={4}
        {...fieldProps(fields.justification)}
      />
      <TextInput
        label={LABELS.document}
        labelProps={BOLD}
        hint="The name and place of the document, such as a file reference of your commercial team."
        {...fieldProps(fields.document)}
      />
      <LotsForm fields={fields} about={about} />
    </>
  );
}
