/** What stands between a bid and the signature of its organisation: the one open request. */
export interface SignOff {
  id: string;
  /** Null while an address was asked that nobody has an account with. */
  approverId: string | null;
  approverName: string | null;
  /** Where they were asked by address alone: said in place of a name until they have answered. */
  address: string | null;
  /** Asked once more, because the text changed after it was signed. */
  again: boolean;
  askedAt: Date;
  signedAt: Date | null;
  returnedAt: Date | null;
  returnedReason: string | null;
}

export type SignOffState = 'none' | 'asked' | 'askedAgain' | 'signed' | 'returned';

export function signOffState(signOff: SignOff | null): SignOffState {
  if (!signOff) return 'none';
  if (signOff.signedAt) return 'signed';
  if (signOff.returnedAt) return 'returned';
  return signOff.again ? 'askedAgain' : 'asked';
}

export const SIGN_OFF_LABELS: Record<SignOffState, string> = {
  none: 'Not asked for',
  asked: 'Asked for',
  askedAgain: 'Void, asked for again',
  signed: 'Signed',
  returned: 'Returned',
};

/** Whoever asked by address learns who has it only from their answer: no address tells whether it has an account. */
export const approverShown = ({ address, approverName, signedAt, returnedAt }: SignOff): string =>
  (address !== null && !signedAt && !returnedAt ? address : (approverName ?? address)) ?? 'Somebody';

/** Why a bid that needs a signature cannot be submitted yet; null once one stands. */
export function whyUnsigned(signOff: SignOff | null): string | null {
  const state = signOffState(signOff);
  if (state === 'signed') return null;
  if (!signOff) return 'Your organisation has to sign this bid first. Ask somebody to sign it.';
  const who = approverShown(signOff);
  if (state === 'returned') return `${who} returned the bid unsigned. Change it, then ask again.`;
  return state === 'askedAgain'
    ? `The bid changed after it was signed, so the signature is void. ${who} has been asked again.`
    : `Your organisation has to sign this bid first. ${who} has been asked and has not answered yet.`;
}

/** What the pages of a bid say of it. */
export const signOffLine = (bid: { signOffRequired: boolean }, signOff: SignOff | null) => ({
  required: bid.signOffRequired,
  state: signOffState(signOff),
  who: signOff ? approverShown(signOff) : '',
  why: whyUnsigned(signOff),
});

/** So many people can be asked for one bid, one after the other; each is sent a letter. */
export const MOST_REQUESTS = 20;
