import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { command } from '../../command.server';
import { oneAtATime } from '../../one-at-a-time.server';
import { referenceInput } from '../../reference-input';
import { mayKeepDesk } from '../curation-policy';
import { QUEUES, type QueueKind } from '../queue';
import { QUEUE_SQL, type QueueLine } from '../queues/lines.server';

export const REMINDABLE = [
  'approvals',
  'clarifications',
  'decisions',
  'questionReviews',
  'profiles',
  'appraisals',
  'disagreements',
  'unanswered',
  'cascades',
] as const satisfies QueueKind[];

/** Reminds whoever owes something that stands on the desk; who that is, the notice knows. */
export const sendReminder = command({
  name: 'curation.send-reminder',
  input: z.strictObject({ kind: z.enum(REMINDABLE), reference: referenceInput }),
  load: async ({ tx, input }) => {
    await oneAtATime(tx, `reminder:${input.kind}:${input.reference}`);
    const line = Prisma.sql`SELECT line.* FROM (${QUEUE_SQL[input.kind]}) line WHERE line.reference = ${input.reference}`;
    const [found] = await tx.$queryRaw<QueueLine[]>(line);
    return found ?? null;
  },
  authorise: mayKeepDesk,
  decide: ({ input, loaded }) => ({
    change: { reference: input.reference },
    facts: [
      {
        name: 'ReminderWasSent',
        noun: QUEUES[input.kind].noun,
        nounId: loaded.id,
        data: { about: input.kind },
      },
    ],
  }),
  save: (_saving, { reference }) => Promise.resolve({ reference }),
});
