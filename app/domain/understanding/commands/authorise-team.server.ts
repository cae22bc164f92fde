import { z } from 'zod';
import { command } from '../../command.server';
import { refuse } from '../../refusal';
import { referenceInput } from '../../reference-input';
import { mayAuthoriseTeams } from '../understanding-policy';

/** Lets a team rate understanding and keep indicators. */
export const authoriseTeam = command({
  name: 'understanding.authoriseTeam',
  input: z.strictObject({ team: referenceInput }),
  load: ({ tx, input }) =>
    tx.team.findFirst({ where: { reference: input.team, closedAt: null }, select: { id: true } }),
  authorise: (actor) => mayAuthoriseTeams(actor),
  subject: ({ id }) => ({ noun: 'team', nounId: id }),
  decide: ({ loaded: team, actor, now, newId }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    return {
      change: { id: newId(), teamId: team.id, authorisedById: actor.id, authorisedAt: now },
      facts: [{ name: 'TeamWasAuthorisedToRate', noun: 'team', nounId: team.id }],
    };
  },
  rules: {
    understanding_team_once: refuse('TeamRatesAlready', 'This team may rate already.', { stale: true }),
  },
  save: async ({ tx }, row) => {
    await tx.understandingTeam.create({ data: row });
    return {};
  },
});
