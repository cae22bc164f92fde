import { z } from 'zod';
import { maySeeNetwork } from '../../people/person-policy';
import { isAllowed } from '../../policy';
import { findingsVisibleTo } from '../../knowledge/finding-visibility.server';
import { readsPublished } from '../../knowledge/finding-policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { verificationCode } from '../impact/corroboration-statement.server';
import { signedStatement, type SignedStatement } from '../impact/statement-content';
import { impactStateOf } from '../impact/impact';
import { mayReleaseImpact, mayWithdrawImpact } from '../impact/impact-policy';
import { impactsVisibleTo } from '../impact/impact-visibility.server';

interface Signed {
  statement: unknown;
  statementSignature: Uint8Array | null;
  statementKeyId: string | null;
}

function signedOf({ statement, statementSignature, statementKeyId }: Signed): SignedStatement | null {
  if (!statement || !statementSignature || !statementKeyId) return null;
  const signature = Buffer.from(statementSignature).toString('base64');
  return signedStatement.parse({ statement, signature, keyId: statementKeyId });
}

/** One impact record, with the statement that its finding's authors can show. */
export const impactRecordPage = query({
  name: 'ratings.impact-record-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({ records: impactsVisibleTo(actor), findings: findingsVisibleTo(actor) }),
  read: async ({ db, actor, scope, input }) => {
    const record = await db.impactRecord.findFirst({
      where: { AND: [{ reference: input.reference }, scope.records, { finding: scope.findings }] },
      include: {
        finding: {
          select: { reference: true, releasedAt: true, versions: { select: { number: true, title: true } } },
        },
        organisation: { select: { name: true, reference: true } },
        priority: { select: { reference: true, name: true } },
        recordedBy: { select: { name: true } },
      },
    });
    if (!record) return null;
    const { reference, decision, decidedOn, effect, evidence, evidenceAddress, recordedAt, invented } =
      record;
    const { withdrawnAt, withdrawnReason, releasedAt } = record;
    const title = record.finding.versions.find(({ number }) => number === record.findingNumber)?.title ?? '';
    return {
      ...{ reference, decision, decidedOn, effect, evidence, evidenceAddress, recordedAt, invented },
      ...{ withdrawnAt, withdrawnReason, releasedAt },
      state: impactStateOf(record),
      finding: { reference: record.finding.reference, title, number: record.findingNumber },
      findingReleased: record.finding.releasedAt !== null,
      organisation: record.organisation,
      priority: record.priority,
      recordedBy: readsPublished(actor) ? record.recordedBy.name : null,
      signed: signedOf(record),
      code: record.statementHash ? verificationCode(record.statementHash) : null,
      may: {
        withdraw: isAllowed(mayWithdrawImpact(actor, record)),
        release: isAllowed(mayReleaseImpact(actor, record)),
        openOrganisation: isAllowed(maySeeNetwork(actor)),
      },
    };
  },
});
