import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { versionStateOf, type VersionState } from '../finding';
import { takesPart } from '../finding-policy';

export interface OwnFinding {
  reference: string;
  title: string;
  state: VersionState;
  returnedReason: string | null;
}

const MOST = 20;

/** What the actor is writing or has sent for review, and whether they may share at all. */
export const ownFindings = query({
  name: 'knowledge.own-findings',
  input: z.strictObject({}),
  visibleTo: (actor) => ({ writer: isMember(actor) ? actor.id : null, mayShare: takesPart(actor) }),
  read: async ({ db, scope: { writer, mayShare } }) => {
    if (!writer) return { findings: [], mayShare };
    const rows = await db.findingVersion.findMany({
      where: { createdById: writer, publishedAt: null, declinedAt: null },
      orderBy: { createdAt: 'desc' },
      take: MOST,
      select: {
        title: true,
        submittedAt: true,
        returnedAt: true,
        returnedReason: true,
        declinedAt: true,
        publishedAt: true,
        finding: { select: { reference: true } },
      },
    });
    const findings = rows.map((row): OwnFinding => ({
      reference: row.finding.reference,
      title: row.title,
      state: versionStateOf(row),
      returnedReason: row.returnedReason,
    }));
    return { findings, mayShare };
  },
});
