import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { levelNow } from '../file-access/file-access';
import { mayGiveFiles, mayKeepFiles } from '../file-access/file-policy';
import { loadFiles } from '../file-access/files-standing.server';

const MOST = 100;

/** Who may read the files of a finding, for those who decide it: the rule, who was given access, and the links. */
export const fileAccessPage = query({
  name: 'knowledge.file-access-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input, now }) => {
    const loaded = await loadFiles(db, input.reference, actor);
    if (!loaded) return null;
    const { finding, files } = loaded;
    const verdict = mayKeepFiles(actor, files);
    if (verdict.kind === 'hide') return null;
    if (verdict.kind === 'deny') return verdict;
    const [rules, grants, links] = await Promise.all([
      rulesOf(db, finding.id),
      grantsOf(db, finding.id, ukDay(now)),
      linksOf(db, finding.id, now),
    ]);
    return {
      kind: 'page' as const,
      ...{ reference: finding.reference, title: finding.latest.title },
      isDraft: !finding.standing.everPublished,
      level: levelNow(files.access, now),
      access: files.access && { ...files.access },
      ...{ rules, grants, links },
      mayGive: isAllowed(mayGiveFiles(actor, files)),
    };
  },
});
export type FileAccessView = Extract<
  NonNullable<Awaited<ReturnType<typeof fileAccessPage.read>>>,
  { kind: 'page' }
>;

const rulesOf = (db: Db, findingId: string) =>
  db.fileAccess.findMany({
    where: { findingId },
    orderBy: { setAt: 'desc' },
    take: MOST,
    select: { level: true, opensOn: true, reason: true, setAt: true, setBy: { select: { name: true } } },
  });

const grantsOf = (db: Db, findingId: string, today: Date) =>
  db.fileGrant.findMany({
    where: { findingId, endedAt: null, until: { gte: today } },
    orderBy: { grantedAt: 'desc' },
    take: MOST,
    select: { id: true, until: true, person: { select: { name: true } } },
  });

interface LinkRow {
  reference: string;
  purpose: string;
  expiresAt: Date;
  revoked: boolean;
  madeBy: string;
  uses: number;
  lastUsedAt: Date | null;
}

/** How often a link was used is counted from the facts of its use: there is no second count to disagree. */
async function linksOf(db: Db, findingId: string, now: Date) {
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT l.reference, l.purpose, l.expires_at AS "expiresAt", l.revoked_at IS NOT NULL AS revoked,
      p.name AS "madeBy", count(f.id)::int AS uses, max(f.at) AS "lastUsedAt"
    FROM file_link l JOIN person p ON p.id = l.made_by_id
      LEFT JOIN fact f ON f.noun = 'finding' AND f.noun_id = l.finding_id AND f.name = 'FileLinkWasUsed'
        AND f.data->>'linkId' = l.id::text
    WHERE l.finding_id = ${findingId}::uuid
    GROUP BY l.id, p.name ORDER BY l.made_at DESC LIMIT ${MOST}`;
  return rows.map((row) => ({ ...row, works: !row.revoked && row.expiresAt > now }));
}
