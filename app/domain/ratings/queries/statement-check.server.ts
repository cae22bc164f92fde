import { z } from 'zod';
import { findingsVisibleTo } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { statementHash, statementHolds, verificationCode } from '../impact/corroboration-statement.server';
import { impactsVisibleTo } from '../impact/impact-visibility.server';
import { signedStatement } from '../impact/statement-content';

function read(text: string) {
  try {
    return signedStatement.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether a pasted statement is one that this installation signed. Null when it is none at all. That its
 * record was withdrawn is told only to those who may see the record.
 */
export const statementCheck = query({
  name: 'ratings.statement-check',
  input: z.strictObject({ text: z.string().max(50_000) }),
  visibleTo: (actor) => ({ records: impactsVisibleTo(actor), findings: findingsVisibleTo(actor) }),
  read: async ({ db, scope, input }) => {
    const signed = read(input.text);
    if (!signed) return null;
    const { statement } = signed;
    const holds = statementHolds(signed);
    const record = holds
      ? await db.impactRecord.findFirst({
          where: { AND: [{ reference: statement.record }, scope.records, { finding: scope.findings }] },
          select: { withdrawnAt: true },
        })
      : null;
    const code = verificationCode(statementHash(statement));
    return { holds, statement, code, withdrawn: Boolean(record?.withdrawnAt) };
  },
});
