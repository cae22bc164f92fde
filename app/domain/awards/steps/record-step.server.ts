import type { Saving } from '../../command.server';
import { isPerson } from '../../actor';
import type { Subject } from './step';

interface About {
  id: string;
  award: { id: string };
  amount?: number;
}

/** Writes a step into the history of its thing. */
export async function recordStep(
  { tx, actor, now, newId }: Saving,
  subject: Subject,
  { id, award, amount }: About,
  step: string,
  words = '',
): Promise<void> {
  if (!isPerson(actor)) throw new Error('authorised before');
  await tx.deliveryStep.create({
    data: {
      id: newId(),
      awardId: award.id,
      subject,
      subjectId: id,
      step,
      words,
      amount: amount ?? null,
      at: now,
      byId: actor.id,
    },
  });
}
