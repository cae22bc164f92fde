import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { SIGN_OFF_CHOICES, TERMS_LABELS as LABELS } from '~/domain/questions/tasks/terms';
import {
  CONTRACTS,
  FEES,
  OPEN_LICENCES,
  OWNERSHIP,
  PUBLICATION,
} from '~/domain/questions/tasks/terms-choices';
import { YES_NO } from '~/domain/questions/tasks/task';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { BOLD, type TaskAbout } from './choices';
import { SupportFields } from './support-fields';

export function TermsForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <p className="govuk-body">
        Experts see these before the first word of a bid. They are frozen at publication.
      </p>
      <Radios
        label={LABELS.ownership}
        labelProps={BOLD}
        items={[...OWNERSHIP]}
        {...fieldProps(fields.ownership)}
      />
      <Radios
        inline
        label={LABELS.licenceBack}
        labelProps={BOLD}
        items={[...YES_NO]}
        {...fieldProps(fields.licenceBack)}
      />
      <Radios
        label={LABELS.publication}
        labelProps={BOLD}
        items={[...PUBLICATION]}
        {...fieldProps(fields.publication)}
      />
      <TextInput
        label={LABELS.reviewDays}
        labelProps={BOLD}
        width={3}
        inputMode="numeric"
        {...fieldProps(fields.reviewDays)}
      />
      <Radios
        label={LABELS.openLicence}
        labelProps={BOLD}
        items={[...OPEN_LICENCES]}
        {...fieldProps(fields.openLicence)}
      />
      <Textarea
        label={LABELS.acknowledgement}
        labelProps={BOLD}
        rows={2}
        {...fieldProps(fields.acknowledgement)}
      />
      <Textarea label={LABELS.dataDeposit} labelProps={BOLD} rows={2} {...fieldProps(fields.dataDeposit)} />
      <Radios
        label={LABELS.contract}
        labelProps={BOLD}
        items={[...CONTRACTS]}
        {...fieldProps(fields.contract)}
      />
      <Radios label={LABELS.fee} labelProps={BOLD} items={[...FEES]} {...fieldProps(fields.fee)} />
      <TextInput
        label={LABELS.feeAmount}
        labelProps={BOLD}
        hint="For a fixed fee."
        width={10}
        inputMode="decimal"
        {...fieldProps(fields.feeAmount)}
      />
      <TextInput
        label={LABELS.effort}
        labelProps={BOLD}
        hint="For example, about 60 days."
        width={20}
        {...fieldProps(fields.effort)}
      />
      <SupportFields fields={fields} />
      <TextInput
        label={LABELS.awardsAvailable}
        labelProps={BOLD}
        {...(about.severalAwards ? {} : { hint: 'This route has one award.' })}
        width={3}
        inputMode="numeric"
        {...fieldProps(fields.awardsAvailable)}
      />
      <Checkboxes
        label={LABELS.signOff}
        labelProps={BOLD}
        hint="Only where your contract needs the organisation’s word before award: it costs bidders time."
        items={[...SIGN_OFF_CHOICES]}
        {...checkboxesProps(fields.signOff)}
      />
    </>
  );
}
