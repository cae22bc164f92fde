import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { ASSESSOR_REASONS, REASON_NAMES } from '~/domain/evaluation/assessors/assessor-reason';
import { showDate, showDay } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { AvailabilityFields } from './availability-fields';

interface Props {
  invitation: { answerBy: string | Date; declinedAt: string | Date | null; lapsed: boolean };
  reply: { result: SubmissionResult } | undefined;
}

/** One form for both answers: time for those who accept, a reason from those who decline. */
export function AnswerForm({ invitation, reply }: Props) {
  const { answerBy, declinedAt, lapsed } = invitation;
  return (
    <>
      {declinedAt && (
        <InsetText>
          You declined on {showDay(declinedAt)}. Until the panel is complete you can still accept.
        </InsetText>
      )}
      <p className="govuk-body">
        {lapsed ? 'The day to answer by has passed: ' : 'Answer by '}
        {showDate(answerBy)}. You see bids only after you have declared your interests.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios
              label="Will you assess?"
              items={[
                { value: 'accept', label: 'Yes, I will assess' },
                { value: 'decline', label: 'No, I decline' },
              ]}
              {...fieldProps(fields['answer'])}
            />
            <h2 className="govuk-heading-m">If you assess</h2>
            <AvailabilityFields fields={fields} />
            <h2 className="govuk-heading-m">If you decline</h2>
            <Radios
              label="Why"
              items={ASSESSOR_REASONS.map((value) => ({ value, label: REASON_NAMES[value] }))}
              {...fieldProps(fields['reason'])}
            />
            <Textarea label="In your words (optional)" rows={3} {...fieldProps(fields['words'])} />
            <Button once>Send your answer</Button>
          </>
        )}
      </Form>
    </>
  );
}
