import type { Db } from '~/platform/db.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { followersOf } from '../recipients.server';
import { rulesAbout } from './rule.server';

const question = (db: Db, { nounId }: { nounId: string }) =>
  db.question.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      title: true,
      bidderSessions: { orderBy: { announcedAt: 'desc' } },
    },
  });

const about = rulesAbout(question);

/** How to join stands on the page alone, for those entitled to it, never in a letter. */
export const sessionNotices = [
  about('SessionWasAnnounced', async ({ db, thing }) => {
    const [session] = thing.bidderSessions;
    return {
      personIds: await followersOf(db, thing.id),
      subject: `A session for bidders: ${thing.title}`,
      body: session
        ? `${session.subject}, ${showInstant(session.startsAt)} UK time. What is said is published to everybody afterwards.`
        : 'A session for bidders is announced.',
      path: pages.sessions(thing.reference),
    };
  }),
  about('SessionWasCancelled', async ({ db, thing }) => {
    const [session] = thing.bidderSessions
      .filter(({ cancelledAt }) => cancelledAt)
      .sort((a, b) => Number(b.cancelledAt) - Number(a.cancelledAt));
    return {
      personIds: await followersOf(db, thing.id),
      subject: `Session called off: ${thing.title}`,
      body: session ? `${session.subject}: ${session.cancelledReason}` : 'A session was called off.',
      path: pages.sessions(thing.reference),
    };
  }),
];
