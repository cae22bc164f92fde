import { closeDataAccess } from '~/domain/requests/commands/data/close-data-access.server';
import { confirmDataReturn } from '~/domain/requests/commands/data/confirm-data-return.server';
import { decideDataRequest } from '~/domain/requests/commands/data/decide-data-request.server';
import { giveDataOpinion } from '~/domain/requests/commands/data/give-data-opinion.server';
import { noteOnDataRequest } from '~/domain/requests/commands/data/note-on-data-request.server';
import { withdrawDataRequest } from '~/domain/requests/commands/data/withdraw-data-request.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { notFound } from '~/web/reply.server';
import type { Arrival } from '~/web/who.server';
import { stepNamed } from './steps';

/** Carries out the step that the address names. */
export function takeStep(arrival: Arrival) {
  const acting = {
    fixed: { reference: arrival.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.dataRequest(reference),
  };
  switch (stepNamed(arrival.params['step'])) {
    case 'opinion':
      return act(arrival, giveDataOpinion, {
        ...acting,
        says: 'Saved. You can change it until it is decided.',
      });
    case 'decision':
      return act(arrival, decideDataRequest, { ...acting, says: 'Decided. Whoever asked is told.' });
    case 'note':
      return act(arrival, noteOnDataRequest, { ...acting, says: 'Comment added' });
    case 'withdrawal':
      return act(arrival, withdrawDataRequest, { ...acting, says: 'Withdrawn' });
    case 'closing':
      return act(arrival, closeDataAccess, { ...acting, says: 'Sent to the holder to confirm' });
    case 'confirmation':
      return act(arrival, confirmDataReturn, { ...acting, says: 'Confirmed' });
    case null:
      throw notFound();
  }
}
