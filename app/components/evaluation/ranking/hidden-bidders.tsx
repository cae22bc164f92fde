import { useActionData } from '@remix-run/react';
import { Form } from '~/components/form';
import type { Reply } from '~/components/bid/reply-for';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';

/** While bidders are hidden: why, and for the moderator how to show them. */
export function HiddenBidders({ may }: { may: boolean }) {
  const reply = useActionData<Reply>();
  return (
    <>
      <InsetText>
        This question hides who bids from the panel. Scores are agreed and stay as they are, so the names can
        be shown now. Without them nobody can be recommended.
      </InsetText>
      {may && (
        <Form reply={reply}>
          {() => (
            <Button variant="secondary" once>
              Show the names of the bidders
            </Button>
          )}
        </Form>
      )}
    </>
  );
}
