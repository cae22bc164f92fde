import { fieldProps, type Fields } from '~/components/form';
import { SUPPORT_KINDS, SUPPORT_LABELS } from '~/domain/questions/tasks/support';
import { Fieldset } from '~/ui/forms/fieldset';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';

/** What the team supplies with the question, each by when; none has to be filled in. */
export const SupportFields = ({ fields }: { fields: Fields }) => (
  <Fieldset legend="What you supply" legendProps={{ size: 'm' }}>
    <p className="govuk-hint">
      Leave empty what you do not supply. With the contract it becomes an obligation with a date, which both
      sides see.
    </p>
    {SUPPORT_KINDS.map(({ kind, what, weeks }) => (
      <div key={kind}>
        <Textarea label={SUPPORT_LABELS[what]} rows={2} {...fieldProps(fields[what])} />
        <TextInput
          label={SUPPORT_LABELS[weeks]}
          width={3}
          inputMode="numeric"
          {...fieldProps(fields[weeks])}
        />
      </div>
    ))}
  </Fieldset>
);
