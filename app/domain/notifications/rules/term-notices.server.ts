import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators } from '../recipients.server';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.termProposal.findUnique({ where: { id: nounId }, include: { term: { select: { reference: true } } } }),
);

export const termNotices = [
  about('TermWasProposed', async ({ db, thing }) => ({
    personIds: await coordinators(db),
    subject: `A term is proposed: ${thing.name}`,
    body: thing.why,
    path: pages.desk(),
  })),
  about('TermProposalWasAdopted', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.proposedById],
      subject: `Your term was taken in: ${thing.name}`,
      body: 'Everybody can tag with it now.',
      path: thing.term ? pages.term(thing.term.reference) : pages.terms(),
    }),
  ),
  about('TermProposalWasDeclined', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.proposedById],
      subject: `Your term was not taken in: ${thing.name}`,
      body: thing.reason,
      path: pages.terms(),
    }),
  ),
];
