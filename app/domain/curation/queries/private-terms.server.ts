import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayKeepDesk } from '../curation-policy';

const MOST = 500;

/** The words that coordinators tag with, and how much carries each. */
export const privateTerms = query({
  name: 'curation.private-terms',
  input: z.strictObject({}),
  visibleTo: (actor) => isAllowed(mayKeepDesk(actor)),
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const rows = await db.privateTerm.findMany({
      orderBy: { name: 'asc' },
      take: MOST,
      include: { _count: { select: { tagged: true } } },
    });
    return rows.map(({ reference, name, meaning, retiredAt, _count }) => ({
      ...{ reference, name, meaning, retired: retiredAt !== null },
      tagged: _count.tagged,
    }));
  },
});

interface Row {
  reference: string;
  name: string;
  meaning: string;
  retired: boolean;
  tagged: { tag: string; noun: 'finding' | 'question'; reference: string; title: string }[];
}

/** One word with what carries it. */
export const privateTerm = query({
  name: 'curation.private-term',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isAllowed(mayKeepDesk(actor)),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<Row[]>`
      SELECT t.reference, t.name, t.meaning, t.retired_at IS NOT NULL AS retired,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('tag', x.id, 'reference', coalesce(f.reference, q.reference),
            'noun', CASE WHEN f.id IS NULL THEN 'question' ELSE 'finding' END,
            'title', coalesce(v.title, q.title)) ORDER BY x.tagged_at DESC), '[]')
          FROM (SELECT * FROM private_tag y WHERE y.term_id = t.id ORDER BY y.tagged_at DESC LIMIT ${MOST}) x
            LEFT JOIN finding f ON f.id = x.finding_id
            LEFT JOIN LATERAL (SELECT w.title FROM finding_version w WHERE w.finding_id = f.id
              ORDER BY w.number DESC LIMIT 1) v ON true
            LEFT JOIN question q ON q.id = x.question_id) AS tagged
      FROM private_term t WHERE t.reference = ${input.reference}`;
    return row ?? null;
  },
});
