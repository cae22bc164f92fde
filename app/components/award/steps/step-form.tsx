import type { SubmissionResult } from '@conform-to/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import type { OfferedStep } from '~/domain/awards/steps/step';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  steps: OfferedStep[];
  reply: { result: SubmissionResult } | undefined;
  /** Sent along, such as which of several things it is about. */
  hidden?: Record<string, string>;
}

/** What the reader can do next with one thing of delivery: one button where there is one step, else a choice. */
export function StepForm({ steps, reply, hidden = {} }: Props) {
  const [only] = steps;
  // Nothing is left to do, but what was refused is still said.
  if (!only) return reply ? <Form reply={reply}>{() => null}</Form> : null;
  const asking = steps.filter(({ words }) => words !== null);
  const day = steps.find((step) => step.day !== null)?.day;
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          <h2 className="govuk-heading-m">What you can do</h2>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {steps.length === 1 ? (
            <input type="hidden" name="step" value={only.key} />
          ) : (
            <Radios
              label="What do you do?"
              labelProps={{ size: 's' }}
              items={steps.map(({ key, label }) => ({ value: key, label }))}
              {...fieldProps(fields['step'])}
            />
          )}
          {asking.length > 0 && (
            <Words steps={asking} alone={steps.length === 1} {...fieldProps(fields['words'])} />
          )}
          {day && <DateInput label={day} labelProps={{ size: 's' }} {...dateProps(fields['on'])} />}
          <Button once>{steps.length === 1 ? only.label : 'Continue'}</Button>
        </>
      )}
    </Form>
  );
}

type WordsProps = ReturnType<typeof fieldProps> & { steps: OfferedStep[]; alone: boolean };

const Words = ({ steps, alone, ...field }: WordsProps) => (
  <Textarea
    label={alone ? (steps[0]?.words ?? 'In words') : 'In words'}
    hint={alone ? undefined : steps.map(({ label, words }) => `${label}: ${words?.toLowerCase()}.`).join(' ')}
    rows={4}
    {...field}
  />
);
