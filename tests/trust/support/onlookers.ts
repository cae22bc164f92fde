import { database } from '~/platform/db.server';
import { makePerson } from '../../support/factories/people';
import { cookieFor } from '../../support/journey/session';
import type { AskedQuestion } from './planted-bids';

export interface Onlooker {
  name: string;
  id: string | null;
  cookie: string | undefined;
}

/** Everybody who may not read a sealed bid: rivals, the asking side, those who keep house, and strangers. */
export async function onlookersOf(question: AskedQuestion): Promise<Onlooker[]> {
  const { asking } = question;
  const now = new Date();
  await database().panelMembership.createMany({
    data: [
      { personId: asking.moderatorId, role: 'moderator' as const },
      { personId: asking.evaluatorId, role: 'evaluator' as const },
    ].map((one) => ({ ...one, questionId: question.id, appointedById: asking.ownerId, appointedAt: now })),
  });
  const made = async (name: string, person: Promise<{ id: string }>): Promise<Onlooker> =>
    signedIn(name, (await person).id);
  return [
    { name: 'visitor', id: null, cookie: undefined },
    await signedIn('author', asking.authorId),
    await signedIn('senior responsible owner', asking.ownerId),
    await signedIn('budget holder', asking.budgetHolderId),
    await signedIn('moderator', asking.moderatorId),
    await signedIn('evaluator', asking.evaluatorId),
    await made('rival expert', makePerson({ expert: true })),
    await made('unverified', makePerson({ verified: false })),
    await made('coordinator', makePerson({ roles: ['coordinator'] })),
    await made('administrator', makePerson({ roles: ['administrator'] })),
    await made('auditor', makePerson({ roles: ['auditor'] })),
    await made('committee reader', makePerson({ roles: ['committeeReader'] })),
    await made('auditor and rival expert', makePerson({ roles: ['auditor'], expert: true })),
  ];
}

const signedIn = async (name: string, id: string): Promise<Onlooker> => ({
  name,
  id,
  cookie: await cookieFor(id),
});

/** A rival who was asked to join and has not answered: knows of the bid, may not read it. */
export async function invitedTo(reference: string): Promise<Onlooker> {
  const person = await makePerson({ expert: true });
  const bid = await database().bid.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  await database().bidMember.create({
    data: { bidId: bid.id, personId: person.id, role: 'partner', invitedAt: new Date() },
  });
  return signedIn('invited, not yet in', person.id);
}
