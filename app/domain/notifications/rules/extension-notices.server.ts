import type { Db } from '~/platform/db.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators, expertsOf, followersOf, panelOf, teamOf } from '../recipients.server';
import { rulesAbout } from './rule.server';

const question = (db: Db, { nounId }: { nounId: string }) =>
  db.question.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      title: true,
      seniorResponsibleOwnerId: true,
      closesAt: true,
      invitations: { where: { organisationId: { not: null } }, select: { organisationId: true } },
      expressions: { where: { withdrawnAt: null }, select: { personId: true } },
      extensions: { orderBy: { proposedAt: 'desc' }, take: 1 },
    },
  });

const about = rulesAbout(question);

/** What is only proposed is known to those who may confirm it; what was confirmed, to everybody concerned. */
export const extensionNotices = [
  about('ExpressionsWereTold', async ({ thing }) => ({
    personIds: thing.expressions.map(({ personId }) => personId),
    subject: `Your expression of interest: ${thing.title}`,
    body: 'The panel has judged your expression of interest. Read whether you are invited to bid in full, and why.',
    path: pages.expression(thing.reference),
  })),
  about('DeadlineExtensionWasProposed', async ({ db, fact, thing }) => ({
    personIds:
      thing.seniorResponsibleOwnerId && thing.seniorResponsibleOwnerId !== fact.actorId
        ? [thing.seniorResponsibleOwnerId]
        : await coordinators(db),
    subject: `Confirm a later deadline: ${thing.title}`,
    body: `A later deadline is proposed: ${thing.extensions[0]?.reason ?? ''}\nIt moves only if a second person confirms it before the present one passes.`,
    path: pages.extendDeadline(thing.reference),
  })),
  about('DeadlineExtensionWasDeclined', async ({ thing }) => ({
    personIds: thing.extensions.map(({ proposedById }) => proposedById),
    subject: `The deadline stays: ${thing.title}`,
    body: `The later deadline was declined: ${thing.extensions[0]?.declinedReason ?? ''}`,
    path: pages.question(thing.reference),
  })),
  about('DeadlineWasExtended', async ({ db, thing }) => ({
    personIds: [
      ...(await followersOf(db, thing.id)),
      ...(await expertsOf(
        db,
        thing.invitations.flatMap(({ organisationId }) => organisationId ?? []),
      )),
      ...(await teamOf(db, thing.id)),
      ...(await panelOf(db, thing.id)),
    ],
    subject: `More time: ${thing.title}`,
    body: `It now closes on ${thing.closesAt ? showInstant(thing.closesAt) : 'another day'}: ${
      thing.extensions[0]?.reason ?? ''
    }\nA bid that is in stays in. You can replace or withdraw it until then.`,
    path: pages.question(thing.reference),
  })),
];
