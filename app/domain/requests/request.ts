export const REQUEST_KINDS = ['access', 'annex', 'inclusion', 'deletion', 'merge'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export type RequestState = 'asked' | 'held' | 'accepted' | 'declined' | 'cancelled' | 'expired';

export const STATE_WORDS: Record<RequestState, string> = {
  asked: 'Waiting',
  held: 'Held',
  accepted: 'Accepted',
  declined: 'Declined',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

/** How each kind is spoken of, by who asks and who decides. */
export const KIND_WORDS: Record<RequestKind, { name: string; asking: string; accepting: string }> = {
  access: {
    name: 'Access to files',
    asking: 'Ask for access to the files',
    accepting: 'The person reads the files until the day you set, a year at most.',
  },
  annex: {
    name: 'Access to a restricted annex',
    asking: 'Ask for access to the restricted annex',
    accepting: 'The person comes on the list of those who read the annex.',
  },
  inclusion: {
    name: 'Inclusion in a collection',
    asking: 'Propose it for a collection',
    accepting: 'The finding comes into the collection.',
  },
  deletion: {
    name: 'Deletion',
    asking: 'Ask for its deletion',
    accepting: 'The finding is retracted: what you write below stays at its address in its place.',
  },
  merge: {
    name: 'Merging with another finding',
    asking: 'Ask to merge it into another finding',
    accepting: 'Its address leads to the other finding from then on. A merge can be undone at the desk.',
  },
};

/** A request that nobody decided ends by itself. */
export const LIFE_DAYS = 30;
export const MOST_OPEN = 50;

/** Where a request stands at an instant: the clock alone ends it, whether or not any job has run. */
export function stateAt(request: { state: RequestState; expiresAt: Date }, now: Date): RequestState {
  const waits = request.state === 'asked' || request.state === 'held';
  return waits && request.expiresAt <= now ? 'expired' : request.state;
}

export const isOpenState = (state: RequestState): boolean => state === 'asked' || state === 'held';
