import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { findingOf } from './finding-notices.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) => findingOf(db, nounId));

/** Whoever was given access or asks for it, and whoever may have waited as its author. */
async function waitingFor(db: Db, findingId: string): Promise<string[]> {
  const asked = await db.request.findMany({
    where: { findingId, kind: 'access', state: { in: ['asked', 'held'] } },
    select: { askedById: true },
  });
  return asked.map(({ askedById }) => askedById);
}

export const fileNotices = [
  about('FileAccessWasGranted', async ({ db, fact, thing }) => {
    const id = textOf(fact, 'grantId');
    const grant = id ? await db.fileGrant.findUnique({ where: { id } }) : null;
    return grant
      ? {
          personIds: [grant.personId],
          subject: `You can read the files: ${thing.version.title}`,
          body: `You were given access until ${showDate(grant.until)}.`,
          path: pages.finding(thing.reference),
        }
      : null;
  }),
  about('FileGrantWasEnded', ({ fact, thing }) =>
    Promise.resolve({
      personIds: [textOf(fact, 'personId') ?? ''].filter((id) => id !== ''),
      subject: `Your access to files has ended: ${thing.version.title}`,
      body: 'The record of the finding stays readable. You can ask for access again.',
      path: pages.finding(thing.reference),
    }),
  ),
  about('EmbargoHasEnded', async ({ db, thing }) => ({
    personIds: [...thing.credited, ...(await waitingFor(db, thing.id))],
    subject: `The files are open: ${thing.version.title}`,
    body: 'Their embargo has ended. Everybody who can read the finding can read its files.',
    path: pages.finding(thing.reference),
  })),
];
