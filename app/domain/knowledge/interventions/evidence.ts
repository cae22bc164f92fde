import { answerLabel, itemsOf } from '../appraisal/scheme';
import type { EffectDirection } from './direction';
import type { Contradiction, EvidenceRow } from './evidence-on.server';
import { verdictOf, type Evidence, type Judged } from './verdict';

/** The item of each scheme that says how strong the design is; a checklist has no such grade. */
const GRADES: Record<string, string | undefined> = { maryland: 'level', emmie: 'effect-quality' };

export const gradeOf = ({ scheme, answers }: NonNullable<EvidenceRow['appraisal']>): string | null => {
  const item = itemsOf(scheme).find(({ key }) => key === GRADES[scheme]);
  return item ? answerLabel(item, answers[item.key]) : null;
};

const evidenceOf = ({ reference, direction, appraisal, plans }: EvidenceRow): Evidence => ({
  reference,
  direction,
  confidence: appraisal?.confidence ?? null,
  isProtocol: plans.length > 0,
});

export interface Sides {
  judged: Judged;
  contradictions: Contradiction[];
  supporting: EvidenceRow[];
  against: EvidenceRow[];
  otherwise: EvidenceRow[];
  protocols: EvidenceRow[];
}

const AGAINST: readonly EffectDirection[] = ['noClearEffect', 'harms'];

/** What one page shows: the verdict, what contradicts, and the findings by the side that they stand on. */
export function sidesOf(
  subjectId: string,
  rows: readonly EvidenceRow[],
  all: readonly Contradiction[],
): Sides {
  const own = rows.filter((row) => row.subjectId === subjectId);
  const contradictions = all.filter((one) => one.subjectId === subjectId);
  const counted = own.filter(({ plans }) => plans.length === 0);
  return {
    judged: verdictOf(own.map(evidenceOf), contradictions.length),
    contradictions,
    supporting: counted.filter(({ direction }) => direction === 'helps'),
    against: counted.filter(({ direction }) => AGAINST.includes(direction)),
    otherwise: counted.filter(({ direction }) => direction === 'mixed' || direction === 'doesNotSay'),
    protocols: own.filter(({ plans }) => plans.length > 0),
  };
}
