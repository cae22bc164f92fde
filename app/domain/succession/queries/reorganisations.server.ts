import { z } from 'zod';
import { hasRole, isMember, type Actor } from '../../actor';
import { listLimit } from '../../cursor';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { answersFor } from '../reorganisation-policy';
import { stateOf } from '../reorganisation';
import { withAlone } from '../reorganisation-rows.server';
import type { Prisma } from '~/platform/generated/prisma/client';

/** All of them for those who keep house and the auditor; once confirmed also for both sides. */
export function reorganisationsVisibleTo(actor: Actor): Prisma.ReorganisationWhereInput {
  if (!isMember(actor)) return { id: { in: [] } };
  if ((['coordinator', 'administrator', 'auditor'] as const).some((role) => hasRole(actor, role))) return {};
  const organisationIds = actor.teams.map(({ organisationId }) => organisationId);
  return {
    confirmedAt: { not: null },
    parts: { some: { OR: [{ personId: actor.id }, { organisationId: { in: organisationIds } }] } },
  };
}

/** The newest first, 25 a page, with what waits for this person. */
export const reorganisations = query({
  name: 'succession.reorganisations',
  input: z.strictObject({
    after: z
      .string()
      .regex(/^[0-9A-Za-z]{8}$/)
      .optional(),
    limit: listLimit,
  }),
  visibleTo: reorganisationsVisibleTo,
  read: async ({ db, actor, scope, input: { after, limit } }) => {
    const last = after
      ? await db.reorganisation.findUnique({
          where: { reference: after },
          select: { proposedAt: true, id: true },
        })
      : null;
    const further = last
      ? {
          OR: [{ proposedAt: { lt: last.proposedAt } }, { proposedAt: last.proposedAt, id: { lt: last.id } }],
        }
      : {};
    const rows = await db.reorganisation.findMany({
      where: { AND: [scope, further] },
      orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      include: {
        parts: {
          include: { organisation: { select: { name: true } } },
          orderBy: { organisation: { name: 'asc' } },
        },
      },
    });
    const page = await withAlone(db, rows.slice(0, limit));
    const open = await db.handover.groupBy({
      by: ['reorganisationId', 'toId'],
      where: { answer: null, reorganisationId: { in: page.map(({ id }) => id) } },
      _count: true,
    });
    return {
      rows: page.map((row) => {
        const own = answersFor(actor, row);
        const waiting = open.filter(({ reorganisationId }) => reorganisationId === row.id);
        const sum = (some: typeof open) => some.reduce((total, { _count }) => total + _count, 0);
        const namesOf = (side: 'predecessor' | 'successor') =>
          row.parts.filter((part) => part.side === side).map(({ organisation }) => organisation.name);
        return {
          ...{ reference: row.reference, kind: row.kind, effectiveOn: row.effectiveOn, newName: row.newName },
          ...{ ending: namesOf('predecessor'), following: namesOf('successor') },
          state: stateOf(row, ukDay(actor.asOf)),
          waiting: sum(waiting),
          own: sum(waiting.filter(({ toId }) => own.includes(toId))),
        };
      }),
      next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null,
    };
  },
});
