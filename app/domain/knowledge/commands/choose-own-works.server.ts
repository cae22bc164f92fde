import { z } from 'zod';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { mayChangeOwnAccount } from '../../people/person-policy';
import { refuse } from '../../refusal';
import { claimWork, letGoOfWork } from '../own-works/claimed-work.server';
import { deriveTerms } from '../own-works/derive-terms.server';

const CHOICES = ['take', 'reject', 'offer'] as const;

/** Says of ticked works that they are one's own, that they are not, or that one has not decided. */
export const chooseOwnWorks = command({
  name: 'knowledge.choose-own-works',
  input: z.strictObject({ choice: z.enum(CHOICES), works: listInput(z.uuid()) }),
  load: async ({ tx, actor, input }) => {
    if (actor.kind !== 'person') return null;
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const owner = await tx.person.findUniqueOrThrow({
      where: { id: actor.id },
      select: { id: true, name: true, orcid: true },
    });
    const works = await tx.expertWork.findMany({ where: { personId: actor.id, id: { in: input.works } } });
    return { owner, works };
  },
  authorise: (actor) => mayChangeOwnAccount(actor),
  decide: ({ input: { choice }, loaded: { owner, works } }) => {
    if (works.length === 0) return refuse('NoWorkIsChosen', 'Tick at least one work');
    return {
      change: { choice, owner, works },
      facts: [
        {
          ...{ name: 'OwnWorksWereChosen', noun: 'person', nounId: owner.id },
          data: { choice, count: works.length },
        },
      ],
    };
  },
  save: async ({ tx, now }, { choice, owner, works }) => {
    for (const work of works) {
      const { id, workId, title, year, kind, venue, doi, webAddress, authors } = work;
      if (choice === 'take') {
        const claim = { title, year, kind, venue, doi, webAddress, authors };
        const claimed = workId ?? (await claimWork(tx, claim, owner, now));
        const twice = await tx.expertWork.count({
          where: { personId: owner.id, workId: claimed, id: { not: id } },
        });
        const taken = { state: 'taken' as const, workId: claimed };
        const again = { state: 'rejected' as const, workId: null };
        await tx.expertWork.update({
          where: { id },
          data: { ...(twice > 0 ? again : taken), decidedAt: now },
        });
        continue;
      }
      if (workId) await letGoOfWork(tx, workId, owner.id);
      const decided =
        choice === 'reject'
          ? { state: 'rejected' as const, decidedAt: now }
          : { state: 'offered' as const, decidedAt: null };
      await tx.expertWork.update({ where: { id }, data: { ...decided, workId: null } });
    }
    await deriveTerms(tx, owner.id);
    return { choice, count: works.length };
  },
});
