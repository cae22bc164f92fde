import type { Db } from '~/platform/db.server';
import { showDate } from '../../uk-time';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.prioritySet.findUnique({
    where: { id: nounId },
    select: { slug: true, document: true, endsOn: true, ownerTeamId: true },
  }),
);

const aboutJoint = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.jointSet.findUnique({ where: { id: nounId }, select: { id: true, reference: true, document: true } }),
);

/** Who answers for the team of an interim set. */
async function ownersOf(db: Db, teamId: string | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM team_membership WHERE team_id = ${teamId}::uuid AND ends_at IS NULL
      AND roles::text[] && ARRAY['seniorResponsibleOwner']`;
  return rows.map(({ id }) => id);
}

/** Those who may sign for one of its owners. */
async function signersOf(db: Db, jointSetId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.person_id AS id FROM joint_set_owner o
    JOIN team t ON t.organisation_id = o.organisation_id AND t.closed_at IS NULL
    JOIN team_membership m ON m.team_id = t.id AND m.ends_at IS NULL
    WHERE o.joint_set_id = ${jointSetId}::uuid AND m.roles::text[] && ARRAY['seniorResponsibleOwner']`;
  return rows.map(({ id }) => id);
}

export const interimNotices = [
  about('InterimSetIsExpiring', async ({ db, thing }) => ({
    personIds: await ownersOf(db, thing.ownerTeamId),
    subject: `${thing.document} expires ${thing.endsOn ? `on ${showDate(thing.endsOn)}` : 'soon'}`,
    body: 'After that day nobody ranks or filters by it. Add a new set if you still need one.',
    path: pages.prioritySet(thing.slug),
  })),
  about('InterimSetHasExpired', async ({ db, thing }) => ({
    personIds: await ownersOf(db, thing.ownerTeamId),
    subject: `${thing.document} has expired`,
    body: 'Nobody ranks by it any more. It stays readable, as expired.',
    path: pages.prioritySet(thing.slug),
  })),
];

const SIGN =
  'Read the exact text and sign it for your organisation. It cannot be published before every owner has.';

export const jointSetNotices = [
  aboutJoint('JointSetWasProposed', async ({ db, thing }) => ({
    personIds: await signersOf(db, thing.id),
    subject: `Priorities to sign: ${thing.document}`,
    body: SIGN,
    path: pages.jointSet(thing.reference),
  })),
  aboutJoint('JointSetWasRevised', async ({ db, thing }) => ({
    personIds: await signersOf(db, thing.id),
    subject: `The text of ${thing.document} changed`,
    body: `Signatures of the text before no longer count. ${SIGN}`,
    path: pages.jointSet(thing.reference),
  })),
  aboutJoint('JointSetWasPublished', async ({ db, thing }) => ({
    personIds: await signersOf(db, thing.id),
    subject: `${thing.document} was published`,
    body: 'Every owner had signed it. Questions and findings can be ranked by it now.',
    path: pages.jointSet(thing.reference),
  })),
  aboutJoint('JointSetWasWithdrawn', async ({ db, thing }) => ({
    personIds: await signersOf(db, thing.id),
    subject: `${thing.document} was withdrawn`,
    body: 'The reason is on its page.',
    path: pages.jointSet(thing.reference),
  })),
];
