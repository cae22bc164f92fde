import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators } from '../recipients.server';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.dataset.findUnique({
    where: { id: nounId },
    select: { reference: true, name: true, createdById: true },
  }),
);

export const datasetNotices = [
  about('DatasetWasEntered', async ({ db, thing }) => ({
    personIds: await coordinators(db),
    subject: `A dataset waits to be confirmed: ${thing.name}`,
    body: 'A member entered it. Others read it once a coordinator has confirmed it.',
    path: pages.dataset(thing.reference),
  })),
  about('DatasetWasConfirmed', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.createdById],
      subject: `Confirmed: ${thing.name}`,
      body: 'Every member can read your entry in the register of datasets.',
      path: pages.dataset(thing.reference),
    }),
  ),
];
