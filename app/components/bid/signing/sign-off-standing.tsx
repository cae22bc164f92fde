import { Form } from '~/components/form';
import { SIGN_OFF_LABELS, type SignOffState } from '~/domain/bids/sign-off/sign-off';
import { showInstant } from '~/domain/uk-time';
import { SummaryList } from '~/ui/content/summary-list';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { replyFor, type Reply } from '../reply-for';

interface Props {
  bid: {
    required: boolean;
    organisation: string | null;
    signOff: {
      state: SignOffState;
      who: string;
      askedAt: Date;
      answeredAt: Date | null;
      reason: string | null;
    } | null;
    submitted: { name: string; signedAt: Date } | null;
    may: { takeBack: boolean };
  };
  reply: Reply | undefined;
}

const WORDS: Record<SignOffState, string> = {
  none: '',
  asked: '',
  askedAgain: 'The bid changed after it was signed, so that signature is void. They are asked again.',
  signed: 'The signature holds for the bid as it is now. A change of the text or the price makes it void.',
  returned: 'Change the bid, then ask again.',
};

/** Who was asked, what they said, and what stands submitted. */
export function SignOffStanding({ bid, reply }: Props) {
  const { required, signOff, submitted, may, organisation } = bid;
  const rows = [
    signOff && { key: 'State', value: SIGN_OFF_LABELS[signOff.state] },
    signOff && { key: 'Asked', value: `${signOff.who}, on ${showInstant(signOff.askedAt)}` },
    signOff?.answeredAt && { key: 'Answered', value: showInstant(signOff.answeredAt) },
    signOff?.reason && { key: 'What has to change', value: signOff.reason },
    submitted && {
      key: 'What stands submitted',
      value: `Signed by ${submitted.name} on ${showInstant(submitted.signedAt)}`,
    },
  ];
  const shown = rows.flatMap((row) => (row ? [row] : []));
  return (
    <>
      <p className="govuk-body">
        {required
          ? 'This question takes only bids that somebody who answers for the organisation has signed.'
          : 'This question asks for no signature. Your organisation may want one all the same.'}
      </p>
      {shown.length > 0 && <SummaryList rows={shown} />}
      {signOff && WORDS[signOff.state] !== '' && <InsetText>{WORDS[signOff.state]}</InsetText>}
      {organisation === null && (
        <InsetText>This bid is for no organisation, so there is nobody to sign it.</InsetText>
      )}
      {may.takeBack && (
        <Form id="take-back" reply={replyFor(reply, { intent: 'takeBack' })}>
          {() => (
            <Button name="intent" value="takeBack" variant="secondary">
              Take the request back
            </Button>
          )}
        </Form>
      )}
    </>
  );
}
