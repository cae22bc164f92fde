import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { mayKeepSet } from '../interim/interim-policy';
import { knownUntil } from '../../taxonomy/known-until.server';
import { asRecorded, knownBy } from '../on-day/recorded';
import { mayKeepStrategy } from '../strategy-policy';
import { loadWholeSet } from './whole-set.server';
import { wasInForce } from '../written-date';

/** One set of priorities, how it maps to threat areas now and how it was mapped before; or as it was known on a day. */
export const prioritySetPage = query({
  name: 'strategy.prioritySetPage',
  input: z.strictObject({ slug: z.string().max(100), on: optionalDayInput() }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const set = await loadWholeSet(db, input.slug, until);
    if (!set) return null;
    const enteredSince = set.createdAt >= until;
    const versions = knownBy(set.versions, until);
    const nameOf = await namesKnownBy(db, until);
    const crosswalks = (enteredSince ? set.crosswalks.slice(-1) : knownBy(set.crosswalks, until, [])).map(
      ({ entries, ...crosswalk }) => ({
        ...crosswalk,
        entries: entries.map(({ priorityId, term }) => ({ priorityId, term: nameOf(term) })),
      }),
    );
    const { createdAt: _, ownerTeamId, ...row } = set;
    const content = versions[0]?.content ?? null;
    const said = asRecorded({ ...row, content });
    const may = {
      keep: isAllowed(mayKeepStrategy(actor)),
      keepThis: isAllowed(mayKeepSet(actor, { interim: set.interim, ownerTeamId })),
      readHistory: isMember(actor),
    };
    return {
      ...said,
      priorities: said.priorities.map((priority) => ({
        ...priority,
        term: priority.term && nameOf(priority.term),
      })),
      datesNote: content?.datesNote ?? said.datesNote,
      day,
      asked: input.on !== undefined,
      enteredSince,
      versions: versions.map(({ content: __, ...version }) => version),
      crosswalks,
      inForce: wasInForce(said, day),
      expired: set.interim && said.endsOn !== null && said.endsOn < day,
      may,
    };
  },
});

/** Threat areas as they were called by an instant. */
async function namesKnownBy(db: Db, until: Date) {
  const rows = await db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT DISTINCT ON (t.id) t.slug, v.name FROM term t JOIN term_version v ON v.term_id = t.id
    WHERE t.scheme = 'threatArea' AND v.recorded_at < ${until} ORDER BY t.id, v.number DESC`;
  const names = new Map(rows.map(({ slug, name }) => [slug, name]));
  return (term: { slug: string; name: string }) => ({ ...term, name: names.get(term.slug) ?? term.name });
}
