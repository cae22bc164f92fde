import { z } from 'zod';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { referenceInput } from '../../reference-input';

/** Says which of the terms that one's works name are not one's expertise; all others stand. */
export const chooseOwnWorkTerms = command({
  name: 'knowledge.choose-own-work-terms',
  input: z.strictObject({ rejected: listInput(referenceInput) }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    const rows = await tx.derivedExpertTerm.findMany({
      where: { personId: actor.id },
      select: { termId: true, rejectedAt: true, term: { select: { reference: true } } },
    });
    const isRejected = ({ term }: (typeof rows)[number]) => input.rejected.includes(term.reference);
    return { personId: actor.id, rows: rows.map((row) => ({ ...row, rejected: isRejected(row) })) };
  },
  authorise: (actor) => mayChangeOwnAccount(actor),
  decide: ({ loaded: { personId, rows } }) => {
    const ids = (rejected: boolean) =>
      rows
        .filter((row) => row.rejected === rejected && (row.rejectedAt !== null) !== rejected)
        .map(({ termId }) => termId);
    const change = { personId, rejected: ids(true), restored: ids(false) };
    return {
      change,
      facts: [
        {
          ...{ name: 'OwnWorkTermsWereChosen', noun: 'person', nounId: personId },
          data: { rejected: change.rejected, restored: change.restored },
        },
      ],
    };
  },
  save: async ({ tx, now }, { personId, rejected, restored }) => {
    await tx.derivedExpertTerm.updateMany({
      where: { personId, termId: { in: rejected } },
      data: { rejectedAt: now },
    });
    await tx.derivedExpertTerm.updateMany({
      where: { personId, termId: { in: restored } },
      data: { rejectedAt: null },
    });
    return null;
  },
});
