import { z } from 'zod';
import { isMember } from '../../actor';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { mayKeepStrategy } from '../strategy-policy';
import { wasInForce } from '../written-date';

const area = { select: { slug: true, name: true } } as const;

/** One set of priorities, how it maps to threat areas now and how it was mapped before. */
export const prioritySetPage = query({
  name: 'strategy.prioritySetPage',
  input: z.strictObject({ slug: z.string().max(100) }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const set = await db.prioritySet.findUnique({
      where: { slug: input.slug },
      select: {
        id: true,
        reference: true,
        slug: true,
        document: true,
        kind: true,
        startsOn: true,
        endsOn: true,
        startsWritten: true,
        endsWritten: true,
        datesNote: true,
        standing: true,
        note: true,
        revision: true,
        priorities: {
          select: { id: true, reference: true, name: true, retiredAt: true, term: area },
          orderBy: { position: 'asc' },
        },
        versions: {
          select: { number: true, changeNote: true, recordedAt: true },
          orderBy: { number: 'desc' },
        },
        crosswalks: {
          select: {
            number: true,
            verified: true,
            note: true,
            holdsFrom: true,
            recordedAt: true,
            entries: { select: { priorityId: true, term: area } },
          },
          orderBy: { number: 'desc' },
        },
      },
    });
    if (!set) return null;
    const may = { keep: isAllowed(mayKeepStrategy(actor)), readHistory: isMember(actor) };
    return { ...set, inForce: wasInForce(set, ukDay(now)), may };
  },
});
