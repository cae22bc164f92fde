import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { referenceInput } from '../../reference-input';
import { mayAuthoriseTeams } from '../understanding-policy';

/** A team no longer rates; what it judged stays. */
export const endTeamRating = command({
  name: 'understanding.endTeamRating',
  input: z.strictObject({ team: referenceInput }),
  load: async ({ tx, input }) => {
    const team = await tx.team.findUnique({ where: { reference: input.team }, select: { id: true } });
    if (!team) return null;
    const open = await tx.understandingTeam.findFirst({ where: { teamId: team.id, endedAt: null } });
    return { team, open };
  },
  authorise: (actor) => mayAuthoriseTeams(actor),
  subject: ({ team }) => ({ noun: 'team', nounId: team.id }),
  decide: ({ loaded: { team, open }, actor, now }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    if (!open) return refuse('TeamDoesNotRate', 'This team does not rate any more.', { stale: true });
    return {
      change: { id: open.id, row: { endedAt: now, endedById: actor.id } },
      facts: [{ name: 'TeamRatingWasEnded', noun: 'team', nounId: team.id }],
    };
  },
  save: async ({ tx }, { id, row }) => {
    await tx.understandingTeam.update({ where: { id }, data: row });
    return {};
  },
});
