import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

/** The asking team says yes, or no with a reason. */
export function AnswerForm({ reply }: { reply: { result: SubmissionResult } | undefined }) {
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          <Radios
            label="Do they join?"
            items={[
              {
                value: 'accept',
                label: 'Yes, as a sponsor',
                hint: 'They stand on the question for everybody in the network who can see it, and hear of it. They decide nothing and read no bids.',
              },
              { value: 'decline', label: 'No', hint: 'They go on with their own question, or leave it.' },
            ]}
            {...fieldProps(fields['answer'])}
          />
          <Textarea
            label="Your reason, if you decline"
            hint="Their team reads this."
            rows={3}
            {...fieldProps(fields['reason'])}
          />
          <Button once>Send the answer</Button>
        </>
      )}
    </Form>
  );
}
