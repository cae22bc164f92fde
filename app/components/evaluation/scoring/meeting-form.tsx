import type { SubmissionResult } from '@conform-to/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';

/** Minutes are never changed; a correction is another entry. */
export const MeetingForm = ({ reply }: { reply: { result: SubmissionResult } | undefined }) => (
  <Form reply={reply}>
    {(fields) => (
      <>
        <h3 className="govuk-heading-s">Record a meeting</h3>
        <DateInput label="When was it?" labelProps={{ size: 's' }} {...dateProps(fields['heldOn'])} />
        <Textarea
          label="Minutes"
          hint="Who was there, how the panel went through each bid, and what changed. Recorded minutes are not changed; a correction is another entry."
          rows={8}
          {...fieldProps(fields['minutes'])}
        />
        <Button variant="secondary" once>
          Record the minutes
        </Button>
      </>
    )}
  </Form>
);
