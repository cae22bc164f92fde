import { Form } from '~/components/form';
import { CAPACITY_LABELS, type OpenerCapacity } from '~/domain/bids/bid';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import type { Reply } from '../reply-for';

interface Props {
  opening: { withdrawn: boolean; twoOpeners: boolean; may: { confirm: OpenerCapacity[] } };
  reply: Reply | undefined;
}

/** The one button of this page, once for each capacity in which it can be pressed. */
export function ConfirmOpening({ opening: { may, withdrawn, twoOpeners }, reply }: Props) {
  if (withdrawn) return <WarningText>This question was withdrawn, so its bids stay sealed.</WarningText>;
  if (may.confirm.length === 0) return null;
  return (
    <Form id="confirm" reply={reply}>
      {() => (
        <>
          <input type="hidden" name="intent" value="confirm" />
          <p className="govuk-body">Opening is recorded with your name and cannot be undone.</p>
          <div className="govuk-button-group">
            {may.confirm.map((capacity) => (
              <Button key={capacity} name="capacity" value={capacity} once>
                {twoOpeners ? 'Confirm the opening' : 'Open the bids'} as{' '}
                {CAPACITY_LABELS[capacity].toLowerCase()}
              </Button>
            ))}
          </div>
        </>
      )}
    </Form>
  );
}
