import { Form } from '~/components/form';
import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';

/** Whether it may be out of date; those who run it say with one press that it is not. */
export function ReviewNote({ question }: { question: QuestionPage }) {
  const { reference, review, state, may } = question;
  if (!review?.due) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        <Tag colour="yellow">Needs review</Tag> It was to be looked at again by {showDate(review.by)}.{' '}
        {state === 'answered' ? 'Its answer may have aged.' : 'It may not be asked in this way any more.'}
      </p>
      {may.run && (
        <Form id="reaffirm" action={paths.reaffirmQuestion(reference)}>
          {() => <Button variant="secondary">It still stands</Button>}
        </Form>
      )}
    </InsetText>
  );
}
