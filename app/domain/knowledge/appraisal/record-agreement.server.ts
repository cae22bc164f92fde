import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import type { Confidence } from '../finding';

interface Agreed {
  id: string;
  findingId: string;
  confidence: Confidence;
  now: Date;
  agreement: Prisma.AppraisalUncheckedUpdateInput;
}

/** The appraisal ends, and the finding carries its confidence wherever it is listed or counted. */
export async function recordAgreement(tx: Db, { id, findingId, confidence, now, agreement }: Agreed) {
  await tx.appraisal.update({ where: { id }, data: { ...agreement, agreedAt: now } });
  await tx.finding.update({ where: { id: findingId }, data: { confidence, appraisedAt: now } });
}
