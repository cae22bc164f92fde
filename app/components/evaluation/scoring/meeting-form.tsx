import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, dateProps, fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  panel: { reference: string; name: string }[];
}

/** Minutes are never changed; a correction is another entry. */
export const MeetingForm = ({ reply, panel }: Props) => (
  <Form reply={reply}>
    {(fields) => (
      <>
        <h3 className="govuk-heading-s">Record a meeting</h3>
        <DateInput label="When was it?" labelProps={{ size: 's' }} {...dateProps(fields['heldOn'])} />
        <Checkboxes
          label="Who was there?"
          hint="Whoever is not ticked here or below is recorded as absent"
          items={panel.map(({ reference, name }) => ({ value: reference, label: name }))}
          {...checkboxesProps(fields['present'])}
        />
        <Checkboxes
          label="Who abstained from a part, if anybody?"
          items={panel.map(({ reference, name }) => ({ value: reference, label: name }))}
          {...checkboxesProps(fields['abstained'])}
        />
        <Textarea
          label="From what did they abstain, and why?"
          rows={2}
          {...fieldProps(fields['abstainedWhy'])}
        />
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
