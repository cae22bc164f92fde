import type { Db } from '~/platform/db.server';
import { contending, writtenPart, type Assessment, type BidAssessment } from './assessment';
import type { Competition } from '../competition';
import { loadAssessment } from './load-assessment.server';

export interface BidInCompetition {
  competition: Competition;
  assessment: Assessment;
  bid: BidAssessment;
}

/** A contending bid of an opened question, with its competition and the criteria scored before interviews. */
export async function bidInCompetition(
  db: Db,
  reference: string,
  load: (db: Db, questionId: string) => Promise<Competition | null>,
): Promise<BidInCompetition | null> {
  const found = await db.bid.findUnique({ where: { reference }, select: { id: true, questionId: true } });
  const competition = found && (await load(db, found.questionId));
  if (!found || !competition) return null;
  const assessment = writtenPart(await loadAssessment(db, found.questionId));
  const bid = contending(assessment).find(({ id }) => id === found.id);
  return bid ? { competition, assessment, bid } : null;
}
