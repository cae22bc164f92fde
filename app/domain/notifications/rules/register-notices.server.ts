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

const aboutSignal = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.signal.findUnique({
    where: { id: nounId },
    select: { reference: true, title: true, createdById: true },
  }),
);

/** What members enter into the registers, and what coordinators take in. */
export const registerNotices = [
  aboutSignal('SignalWasDrafted', async ({ db, thing }) => ({
    personIds: await coordinators(db),
    subject: `A signal is drafted: ${thing.title}`,
    body: 'A member sees something change. Others read it once a coordinator has published it.',
    path: pages.signal(thing.reference),
  })),
  aboutSignal('SignalWasPublished', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.createdById],
      subject: `Published: ${thing.title}`,
      body: 'Every member can read your signal in the horizon register.',
      path: pages.signal(thing.reference),
    }),
  ),
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
