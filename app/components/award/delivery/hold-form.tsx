import type { SubmissionResult } from '@conform-to/react';
import { HOLD_REASONS } from '~/domain/awards/publication/publication-clock';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { dateProps, fieldProps, Form } from '../../form';

/** A hold needs a reason, words for both sides and an end. */
export const HoldForm = ({ reply }: { reply: { result: SubmissionResult } | undefined }) => (
  <Form reply={reply}>
    {(fields) => (
      <>
        <h2 className="govuk-heading-m">Hold it back</h2>
        <Radios
          label="For which reason?"
          labelProps={{ size: 's' }}
          items={Object.entries(HOLD_REASONS).map(([value, label]) => ({ value, label }))}
          {...fieldProps(fields['reason'])}
        />
        <Textarea label="In words, for both sides" rows={4} {...fieldProps(fields['words'])} />
        <DateInput
          label="Until when"
          hint="From this day on it holds no longer, and what is due is released by itself."
          labelProps={{ size: 's' }}
          {...dateProps(fields['endsOn'])}
        />
        <Button once>Hold it</Button>
      </>
    )}
  </Form>
);
