import { acceptRequest } from '~/domain/requests/commands/accept-request.server';
import { cancelRequest } from '~/domain/requests/commands/cancel-request.server';
import { commentOnRequest } from '~/domain/requests/commands/comment-on-request.server';
import { declineRequest } from '~/domain/requests/commands/decline-request.server';
import { holdRequest } from '~/domain/requests/commands/hold-request.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { notFound } from '~/web/reply.server';
import type { Arrival } from '~/web/who.server';
import { stepNamed } from './steps';

/** Carries out the step that the address names. */
export function takeStep(arrival: Arrival) {
  const acting = {
    fixed: { reference: arrival.params.reference ?? '' },
    done: ({ reference }: { reference: string }) => paths.request(reference),
  };
  switch (stepNamed(arrival.params.step)) {
    case 'comment':
      return act(arrival, commentOnRequest, { ...acting, says: 'Comment added' });
    case 'hold':
      return act(arrival, holdRequest, { ...acting, says: 'Held. The one who asks is told.' });
    case 'accept':
      return act(arrival, acceptRequest, { ...acting, says: 'Accepted and carried out' });
    case 'decline':
      return act(arrival, declineRequest, { ...acting, says: 'Declined' });
    case 'cancel':
      return act(arrival, cancelRequest, { ...acting, says: 'Cancelled' });
    case null:
      throw notFound();
  }
}
