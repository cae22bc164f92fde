import type { Db } from '~/platform/db.server';
import { STARTING_WEIGHTS, type Weights } from './score';

export interface SavedWeighting extends Weights {
  reference: string;
  name: string;
  note: string;
  standing: boolean;
  savedBy: string;
  savedAt: Date;
}

const MOST = 50;

/** Saved before an instant, the latest first. */
export const savedWeightings = (db: Db, before: Date): Promise<SavedWeighting[]> => db.$queryRaw`
  SELECT w.reference, w.name, w.note, w.harm, w.gap, w.timeliness, w.feasibility, w.domestic, w.overseas, w.standing,
    p.name AS "savedBy", w.saved_at AS "savedAt"
  FROM weighting w JOIN person p ON p.id = w.saved_by_id
  WHERE w.saved_at < ${before} ORDER BY w.saved_at DESC, w.id DESC LIMIT ${MOST}`;

export interface ChosenWeights {
  /** Null for the weights that Soundings starts with. */
  saved: SavedWeighting | null;
  weights: Weights;
}

/** Those asked for by reference, or else the last that were saved for everybody. */
export function chosenWeights(saved: readonly SavedWeighting[], reference?: string): ChosenWeights | null {
  const asked = saved.find((one) => one.reference === reference);
  if (reference !== undefined && !asked) return null;
  const chosen = asked ?? saved.find(({ standing }) => standing) ?? null;
  return { saved: chosen, weights: chosen ?? STARTING_WEIGHTS };
}
