import { z } from 'zod';
import { command } from '../../command.server';
import { anyone } from '../../policy';
import { limitAttempts } from '../secrets/attempts.server';
import { issueToken } from '../secrets/one-time-token.server';

/** For somebody whom ORCID has confirmed and whom nobody here knows: the way to an account, for an hour. */
export const startJoiningByOrcid = command({
  name: 'people.start-joining-by-orcid',
  secret: true,
  input: z.strictObject({ orcid: z.string(), name: z.string().max(120), peer: z.string().max(100) }),
  limit: (_actor, { peer }) => limitAttempts(['tokenFromAddress', peer]),
  load: () => Promise.resolve({}),
  authorise: anyone,
  decide: ({ input: { orcid, name } }) => ({ change: { orcid, name }, facts: [] }),
  save: async ({ tx }, { orcid, name }) => ({
    token: await issueToken(tx, 'orcidJoin', `${orcid} ${name}`.trim(), null),
  }),
});
