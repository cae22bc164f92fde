import { dateProps, fieldProps, type Fields } from '~/components/form';
import { DECISION_WORDS, DECISIONS, UPTAKE_WORDS, type UptakeKind } from '~/domain/ratings/uptake/uptake';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  fields: Fields;
  step: UptakeKind;
  organisations: { reference: string; name: string }[];
  impacts: { reference: string; decision: string }[];
}

const decisions = DECISIONS.map((value) => ({ value, label: DECISION_WORDS[value] }));

const options = (first: string, rows: { reference: string; text: string }[]) => [
  { value: '', text: first },
  ...rows.map(({ reference, text }) => ({ value: reference, text })),
];

/** What happened, when, and who owns it; for an outcome, what shows it. */
export function StepFields({ fields, step, organisations, impacts }: Props) {
  const words = UPTAKE_WORDS[step];
  return (
    <>
      <Textarea label={words.asks} hint={words.hint} rows={4} {...fieldProps(fields['text'])} />
      {step === 'decision' && (
        <Radios label="What was decided" items={decisions} {...fieldProps(fields['taken'])} />
      )}
      <DateInput
        label={words.when}
        labelProps={{ size: 's' }}
        hint="Like 21 11 2026"
        {...dateProps(fields['happenedOn'])}
      />
      <Select
        label="Which organisation owns it"
        options={options(
          'Choose an organisation',
          organisations.map(({ reference, name }) => ({ reference, text: name })),
        )}
        {...fieldProps(fields['organisation'])}
      />
      <TextInput
        label="Which post owns it"
        hint="A post, not a name, like head of port security."
        {...fieldProps(fields['owner'])}
      />
      {step === 'outcome' && (
        <>
          <Textarea
            label="What shows it"
            hint="A measure, an evaluation, a published document, with its date."
            rows={3}
            {...fieldProps(fields['evidence'])}
          />
          {impacts.length > 0 && (
            <Select
              label="Impact record behind it (optional)"
              options={options(
                'None',
                impacts.map(({ reference, decision }) => ({ reference, text: decision.slice(0, 100) })),
              )}
              {...fieldProps(fields['impactRecord'])}
            />
          )}
        </>
      )}
    </>
  );
}
