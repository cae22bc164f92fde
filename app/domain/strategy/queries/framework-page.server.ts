import { z } from 'zod';
import { isMember } from '../../actor';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { mayKeepStrategy } from '../strategy-policy';
import { wasInForce } from '../written-date';

/** One strategy document with its items and the history of its record. */
export const frameworkPage = query({
  name: 'strategy.frameworkPage',
  input: z.strictObject({ slug: z.string().max(100) }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const framework = await db.framework.findUnique({
      where: { slug: input.slug },
      select: {
        id: true,
        reference: true,
        slug: true,
        document: true,
        citation: true,
        startsOn: true,
        endsOn: true,
        startsWritten: true,
        endsWritten: true,
        note: true,
        revision: true,
        items: {
          select: {
            reference: true,
            name: true,
            standing: true,
            term: { select: { reference: true, name: true } },
          },
          orderBy: { position: 'asc' },
        },
        versions: {
          select: { number: true, changeNote: true, recordedAt: true },
          orderBy: { number: 'desc' },
        },
      },
    });
    if (!framework) return null;
    return {
      ...framework,
      inForce: wasInForce(framework, ukDay(now)),
      may: { keep: isAllowed(mayKeepStrategy(actor)), readHistory: isMember(actor) },
    };
  },
});
