import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  assessment: {
    reference: string;
    name: string;
    helpfulness: number | null;
    words: string;
    reasons: { criterion: string; value: number | null; reason: string }[];
  };
}

const GRADES = ['Not helpful', 'A little helpful', 'Helpful', 'Very helpful', 'Exemplary'];

export const RateForm = ({ assessment }: Props) => (
  <section className="govuk-!-margin-bottom-7">
    <h2 className="govuk-heading-m">{assessment.name}</h2>
    <ul className="govuk-list govuk-list--bullet">
      {assessment.reasons.map(({ criterion, value, reason }) => (
        <li key={criterion}>
          {criterion}, {value}: {reason}
        </li>
      ))}
    </ul>
    <Form
      id={`rate-${assessment.reference}`}
      values={{
        helpfulness: assessment.helpfulness === null ? '' : String(assessment.helpfulness),
        words: assessment.words,
      }}
    >
      {(fields) => (
        <>
          <input type="hidden" name="person" value={assessment.reference} />
          <Radios
            label={`How helpful ${assessment.name}’s assessment was`}
            small
            items={GRADES.map((label, place) => ({ value: String(place + 1), label }))}
            {...fieldProps(fields['helpfulness'])}
          />
          <Textarea label="Why (optional)" rows={2} {...fieldProps(fields['words'])} />
          <Button once variant="secondary">
            Save
          </Button>
        </>
      )}
    </Form>
  </section>
);
