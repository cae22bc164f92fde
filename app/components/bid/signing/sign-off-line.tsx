import type { SignOffState } from '~/domain/bids/sign-off/sign-off';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { WarningText } from '~/ui/content/warning-text';

interface Props {
  bid: {
    reference: string;
    open: boolean;
    signOff: { required: boolean; state: SignOffState; who: string; why: string | null };
  };
}

/** Where the signature of the organisation stands, with the way to it. */
export function SignOffLine({ bid: { reference, open, signOff } }: Props) {
  const { required, state, who, why } = signOff;
  const link = (
    <a className="govuk-link" href={paths.bidSignOff(reference)}>
      {state === 'none' ? 'Have the bid signed' : 'See the signature'}
    </a>
  );
  if (state === 'signed')
    return (
      <InsetText>
        {who} signed this bid for its organisation. {link}. A change of the text makes the signature void.
      </InsetText>
    );
  if (!open) return null;
  if (required || state === 'askedAgain' || state === 'returned')
    return (
      <WarningText>
        {why} {link}
      </WarningText>
    );
  return state === 'none' ? (
    <p className="govuk-body">If your organisation wants to sign the bid first: {link}.</p>
  ) : (
    <p className="govuk-body">
      {who} is asked to sign. You may submit without it. {link}.
    </p>
  );
}
