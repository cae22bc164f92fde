import { z } from 'zod';
import { isMember } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { knownUntil } from '../../taxonomy/known-until.server';
import { asRecorded, knownBy, type RecordedContent } from '../on-day/recorded';
import { mayKeepStrategy } from '../strategy-policy';
import { wasInForce } from '../written-date';

/** One strategy document with its items and the history of its record, today or as it was known on a day. */
export const frameworkPage = query({
  name: 'strategy.frameworkPage',
  input: z.strictObject({ slug: z.string().max(100), on: optionalDayInput() }),
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
        createdAt: true,
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
          select: { number: true, changeNote: true, recordedAt: true, content: true },
          orderBy: { number: 'desc' },
        },
      },
    });
    if (!framework) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const versions = knownBy(framework.versions, until);
    const { createdAt, ...row } = framework;
    const said = asRecorded({ ...row, content: (versions[0]?.content ?? null) as RecordedContent | null });
    return {
      ...said,
      day,
      asked: input.on !== undefined,
      enteredSince: createdAt >= until,
      versions: versions.map(({ content: _, ...version }) => version),
      inForce: wasInForce(said, day),
      may: { keep: isAllowed(mayKeepStrategy(actor)), readHistory: isMember(actor) },
    };
  },
});
