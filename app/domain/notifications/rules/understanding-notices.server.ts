import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { leadsOfTeam } from '../recipients.server';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.team.findUnique({ where: { id: nounId }, select: { id: true, name: true } }),
);

export const understandingNotices = [
  about('TeamWasAuthorisedToRate', async ({ db, thing }) => ({
    personIds: await leadsOfTeam(db, thing.id),
    subject: `${thing.name} can rate what is understood`,
    body: 'Its authors and senior responsible owners judge how well each threat area is understood, and keep indicators.',
    path: pages.understanding(),
  })),
];
