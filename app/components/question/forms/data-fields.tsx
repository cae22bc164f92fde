import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { MARKINGS } from '~/domain/questions/marking';
import { DATA_LABELS as LABELS } from '~/domain/questions/tasks/ethics';
import {
  APPROVALS,
  DPIA,
  LAWFUL_BASES,
  PERSONAL_DATA,
  VETTING,
} from '~/domain/questions/tasks/ethics-choices';
import { YES_NO, type Choice } from '~/domain/questions/tasks/task';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { BOLD } from './choices';

const options = (choices: readonly Choice[]) => [
  { value: '', text: 'Choose' },
  ...choices.map(({ value, label }) => ({ value, text: label })),
];

export function DataFields({ fields }: { fields: Fields }) {
  return (
    <>
      <h2 className="govuk-heading-m">Data</h2>
      <Radios
        label="Which personal data does the work use?"
        labelProps={BOLD}
        items={[...PERSONAL_DATA]}
        {...fieldProps(fields.personalData)}
      />
      <Select
        label="Lawful basis"
        labelProps={BOLD}
        hint="If it uses personal data."
        options={options(LAWFUL_BASES)}
        {...fieldProps(fields.lawfulBasis)}
      />
      <TextInput label={LABELS.controller} labelProps={BOLD} {...fieldProps(fields.controller)} />
      <TextInput label={LABELS.processor} labelProps={BOLD} {...fieldProps(fields.processor)} />
      <Radios
        label="Data protection impact assessment"
        labelProps={BOLD}
        items={[...DPIA]}
        {...fieldProps(fields.dpiaStatus)}
      />
      <TextInput
        label={LABELS.dpiaReference}
        labelProps={BOLD}
        width={20}
        {...fieldProps(fields.dpiaReference)}
      />
      <Textarea label={LABELS.dataSharing} labelProps={BOLD} rows={3} {...fieldProps(fields.dataSharing)} />
      <h2 className="govuk-heading-m">Security</h2>
      <Radios label="Marking" labelProps={BOLD} items={[...MARKINGS]} {...fieldProps(fields.marking)} />
      <Radios
        label="Vetting that the work needs"
        labelProps={BOLD}
        items={[...VETTING]}
        {...fieldProps(fields.vetting)}
      />
      <Radios
        inline
        label="Does trusted research guidance apply?"
        labelProps={BOLD}
        hint="It does where the subject, the data or the partners could be of interest to a hostile state."
        items={[...YES_NO]}
        {...fieldProps(fields.trustedResearch)}
      />
      <Textarea
        label={LABELS.trustedResearchNote}
        labelProps={BOLD}
        rows={2}
        {...fieldProps(fields.trustedResearchNote)}
      />
      <Checkboxes
        label="Approvals that must be there before fieldwork"
        labelProps={BOLD}
        hint="Each becomes a milestone that blocks fieldwork."
        items={[...APPROVALS]}
        {...checkboxesProps(fields.approvals)}
      />
    </>
  );
}
