import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import { NO_PART } from '~/domain/requests/data/data-form';
import { CLOSINGS, OPINIONS, REFUSAL_CODES } from '~/domain/requests/data/data-request';
import { InsetText } from '~/ui/content/inset-text';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  step: string;
  fields: Fields;
  /** Whether the reader takes part in the panel. */
  panel: boolean;
}

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What each step of a request for data asks for. */
export function StepFields({ step, fields, panel }: Props) {
  if (step === 'opinion') return <OpinionFields fields={fields} />;
  if (step === 'decision') return <DecisionFields fields={fields} />;
  if (step === 'closing')
    return (
      <>
        <Radios label="The data are" items={choices(CLOSINGS)} {...fieldProps(fields['closing'])} />
        <Textarea
          label="How (optional)"
          hint="For example when, and by what means every copy was destroyed"
          rows={3}
          {...fieldProps(fields['note'])}
        />
      </>
    );
  if (step === 'note')
    return (
      <>
        <Textarea
          label="Your comment"
          hint="Whoever asks and the panel read it."
          rows={4}
          {...fieldProps(fields['text'])}
        />
        {panel && (
          <Checkboxes
            label="Who reads it"
            items={[{ value: 'on', label: 'The panel alone' }]}
            {...checkboxesProps(fields['panelOnly'])}
          />
        )}
      </>
    );
  return null;
}

const OpinionFields = ({ fields }: { fields: Fields }) => (
  <>
    <Radios
      label="What you think"
      items={[...choices(OPINIONS), { value: NO_PART, label: 'Take no part: I have a conflict' }]}
      {...fieldProps(fields['opinion'])}
    />
    <Textarea label="Why" hint="The panel reads it." rows={4} {...fieldProps(fields['reason'])} />
    <Textarea
      label="Your conflict, if you take no part"
      hint="For example: you work with whoever asks."
      rows={2}
      {...fieldProps(fields['conflict'])}
    />
  </>
);

const DecisionFields = ({ fields }: { fields: Fields }) => (
  <>
    <Radios label="The decision" items={choices(OPINIONS)} {...fieldProps(fields['outcome'])} />
    <h2 className="govuk-heading-m">If it is approved</h2>
    <Textarea label="Terms of use" rows={4} {...fieldProps(fields['terms'])} />
    <Textarea label="Conditions, if there are any" rows={3} {...fieldProps(fields['conditions'])} />
    <DateInput
      label="Last day of the access"
      labelProps={{ size: 's' }}
      {...dateProps(fields['expiresOn'])}
    />
    <h2 className="govuk-heading-m">If it is refused</h2>
    <InsetText>
      Every verified member can find this reason, without who asked or what for. Name nobody in it.
    </InsetText>
    <Select
      label="Reason"
      options={[
        { text: 'Choose', value: '' },
        ...Object.entries(REFUSAL_CODES).map(([value, text]) => ({ value, text })),
      ]}
      {...fieldProps(fields['code'])}
    />
    <Textarea label="In words" rows={3} {...fieldProps(fields['words'])} />
  </>
);
