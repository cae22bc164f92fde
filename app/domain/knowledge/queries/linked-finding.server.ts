import { z } from 'zod';
import { anyone } from '../../policy';
import { query } from '../../query.server';
import { referenceOf } from '../citations/reference-of';
import { linkInForce, linkUse, tokenShape } from '../file-access/link-in-force.server';

/** What somebody without an account reads by a link: the record of its finding and what its files are called. */
export const linkedFinding = query({
  name: 'knowledge.linked-finding',
  input: z.strictObject({ token: z.string().regex(tokenShape) }),
  visibleTo: anyone,
  read: async ({ db, scope, input: { token }, now }) => {
    if (scope.kind !== 'allow') return null;
    const link = await linkInForce(db, token, now);
    const [version] = link?.finding.versions ?? [];
    if (!link || !version) return null;
    const { title, keyMessages, summary, methods, limits, licence, studyType } = version;
    return {
      linkId: link.id,
      findingId: link.finding.id,
      reference: link.finding.reference,
      expiresAt: link.expiresAt,
      ...{ title, keyMessages, summary, methods, limits, licence, studyType },
      citation: referenceOf(version),
      files: version.files.map(({ file: { reference, name, size, scannedAt } }) => ({
        ...{ reference, name, size, isScanned: scannedAt !== null },
      })),
    };
  },
  logged: (view) => linkUse(view, null),
});
