import { fieldProps, Form, type Fields } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import type { Reply } from '../reply-for';

/** Signing what was read, or returning it. */
export const AnswerSignOff = ({ revision, reply }: { revision: number; reply: Reply | undefined }) => (
  <>
    <h2 className="govuk-heading-m">Your answer</h2>
    <p className="govuk-body">
      By signing you say that your organisation stands behind this text and this price. Your signature holds
      for exactly these words: if they change, it is void and you are asked again.
    </p>
    <Form reply={reply}>
      {(fields: Fields) => (
        <>
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="revision" value={revision} />
          <Textarea
            label="What has to change, if you return it"
            hint="The people of the bid read this. Nobody else does."
            rows={4}
            {...fieldProps(fields['reason'])}
          />
          <div className="govuk-button-group">
            <Button name="answer" value="sign">
              Sign the bid
            </Button>
            <Button name="answer" value="return" variant="secondary">
              Return it unsigned
            </Button>
          </div>
        </>
      )}
    </Form>
  </>
);
