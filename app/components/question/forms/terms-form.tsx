import { fieldProps, type Fields } from '~/components/form';
import { TERMS_LABELS as LABELS } from '~/domain/questions/tasks/terms';
import {
  CONTRACTS,
  FEES,
  OPEN_LICENCES,
  OWNERSHIP,
  PUBLICATION,
} from '~/domain/questions/tasks/terms-choices';
import { YES_NO } from '~/domain/questions/tasks/task';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import type { TaskAbout } from './choices';

export function TermsForm({ fields, about }: { fields: Fields; about: TaskAbout }) {
  return (
    <>
      <p className="govuk-body">
        Experts see these before the first word of a bid. They are frozen at publication.
      </p>
      <Radios label={LABELS.ownership} items={[...OWNERSHIP]} {...fieldProps(fields.ownership)} />
      <Radios inline label={LABELS.licenceBack} items={[...YES_NO]} {...fieldProps(fields.licenceBack)} />
      <Radios label={LABELS.publication} items={[...PUBLICATION]} {...fieldProps(fields.publication)} />
      <TextInput label={LABELS.reviewDays} width={3} inputMode="numeric" {...fieldProps(fields.reviewDays)} />
      <Radios label={LABELS.openLicence} items={[...OPEN_LICENCES]} {...fieldProps(fields.openLicence)} />
      <Textarea label={LABELS.acknowledgement} rows={2} {...fieldProps(fields.acknowledgement)} />
      <Textarea label={LABELS.dataDeposit} rows={2} {...fieldProps(fields.dataDeposit)} />
      <Radios label={LABELS.contract} items={[...CONTRACTS]} {...fieldProps(fields.contract)} />
      <Radios label={LABELS.fee} items={[...FEES]} {...fieldProps(fields.fee)} />
      <TextInput
        label={LABELS.feeAmount}
        hint="For a fixed fee."
        width={10}
        inputMode="decimal"
        {...fieldProps(fields.feeAmount)}
      />
      <TextInput
        label={LABELS.effort}
        hint="For example, about 60 days."
        width={20}
        {...fieldProps(fields.effort)}
      />
      <TextInput
        label={LABELS.awardsAvailable}
        {...(about.severalAwards ? {} : { hint: 'This route has one award.' })}
        width={3}
        inputMode="numeric"
        {...fieldProps(fields.awardsAvailable)}
      />
    </>
  );
}
