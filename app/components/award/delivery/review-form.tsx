import type { SubmissionResult } from '@conform-to/react';
import { REVIEW_DECISIONS } from '~/domain/awards/review/review-round';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { fieldProps, Form } from '../../form';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  /** Named reviewers of a round say what they advise as well. */
  inRound: boolean;
  backHref: string;
}

export const ReviewForm = ({ reply, inRound, backHref }: Props) => (
  <Form reply={reply}>
    {(fields) => (
      <>
        <Textarea
          label="What do you make of it? Is it sound, does it answer what was asked, are its limits stated?"
          rows={10}
          {...fieldProps(fields['note'])}
        />
        {inRound && (
          <Radios
            label="What do you advise?"
            labelProps={{ size: 's' }}
            items={Object.entries(REVIEW_DECISIONS).map(([value, label]) => ({ value, label }))}
            {...fieldProps(fields['decision'])}
          />
        )}
        <ActionBar>
          <Button once>Record the review</Button>
          <a className="govuk-link" href={backHref}>
            Cancel
          </a>
        </ActionBar>
      </>
    )}
  </Form>
);
