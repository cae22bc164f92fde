import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import type { ElicitationView } from '~/domain/elicitation/queries/elicitation-page.server';
import { showInstant } from '~/domain/uk-time';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  view: ElicitationView;
  reply: { result: SubmissionResult } | undefined;
}

/** What was said between the rounds, by letter. */
export function Discussion({ view: { discussion, may, stage }, reply }: Props) {
  if (!may.readFirst || (discussion.length === 0 && !may.comment)) return null;
  return (
    <section aria-labelledby="discussion">
      <h2 className="govuk-heading-l" id="discussion">
        Discussion
      </h2>
      {discussion.length === 0 && (
        <p className="govuk-body">
          Nobody has said anything yet. Ask what others saw that you did not, and say what would change your
          mind.
        </p>
      )}
      {discussion.map(({ by, isOwn, text, saidAt }, index) => (
        <article key={index}>
          <h3 className="govuk-heading-s mb-1">
            {by}
            {isOwn && ' (you)'}, {showInstant(saidAt)}
          </h3>
          <Lines text={text} />
        </article>
      ))}
      {may.comment && (
        <Form id="comment" reply={reply}>
          {(fields) => (
            <>
              <Textarea
                label="Add to the discussion"
                hint={
                  may.run
                    ? 'You write as facilitator.'
                    : 'Others see your letter, not your name. Leave out what would give you away.'
                }
                rows={4}
                {...fieldProps(fields['text'])}
              />
              <Button variant="secondary" once>
                Add it
              </Button>
            </>
          )}
        </Form>
      )}
      {stage === 'closed' && <p className="govuk-body">The discussion is closed.</p>}
    </section>
  );
}
