import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  changeSteps,
  type ChangeKind,
  type ChangeState,
} from '../changes/change-request';
import { changeRecord } from '../changes/load-change.server';
import { proposedLines } from '../changes/proposed-lines';
import { historyOf } from '../steps/history.server';
import { partsOf } from '../steps/part';
import { headOf, seesDelivery } from '../steps/seen-delivery.server';
import { stepsFor } from '../steps/step';

/** One request for a change: what it proposes beside what stands, and who answered how. */
export const changePage = query({
  name: 'awards.change',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const change = actor && (await changeRecord(db, input.reference));
    if (!actor || !change || !seesDelivery(actor, change.award)) return null;
    const { award, people } = change;
    const names = { joins: people.joins?.name ?? null, leaves: people.leaves?.name ?? null };
    return {
      award: headOf(award),
      reference: change.reference,
      number: change.number,
      kind: CHANGE_KINDS[change.kind as ChangeKind],
      side: change.side,
      reason: change.reason,
      state: change.state as ChangeState,
      stateName: CHANGE_STATES[change.state as ChangeState],
      lines: proposedLines(change.proposal, award, names),
      steps: stepsFor(changeSteps(change.side), change.state, partsOf(actor, award)),
      history: await historyOf(db, change.id),
    };
  },
});
