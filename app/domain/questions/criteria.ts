/** A criterion by which bids are scored, 0 to 5. */
export interface CriterionDraft {
  name: string;
  guidance: string;
  weight: number;
  /** The lowest score with which a bid may go on; none where null. */
  minimum: number | null;
  /** Scored from the written bid unless said otherwise. */
  stage?: 'written' | 'interview';
  /** What each score from 0 to 5 means here, in that order; the standard words where empty. */
  bands?: string[];
  /** The most words of a bid’s answer; by weight where none is given. */
  wordLimit?: number | null;
  /** The most words of a reason for a score. */
  reasonWords?: number | null;
}

export const MOST_CRITERIA = 8;
export const TOTAL_WEIGHT = 100;

const criterion = (name: string, weight: number, guidance: string): CriterionDraft => ({
  name,
  weight,
  guidance,
  minimum: null,
});

export const DEFAULT_CRITERIA: CriterionDraft[] = [
  criterion(
    'Understanding of the problem and policy use',
    20,
    'Does the bid grasp the decision that this informs?',
  ),
  criterion('Method and design', 30, 'Will the method answer the questions asked, and say where it cannot?'),
  criterion('Team and track record', 15, 'Can these people do it? Narrative accounts, never career stage.'),
  criterion('Data access, ethics and security', 15, 'Is access to data likely, lawful and safe?'),
  criterion('Delivery plan and risk', 10, 'Is the plan believable, and are the risks owned?'),
  criterion('Knowledge exchange', 10, 'Will the answer reach those who decide, in a form they can use?'),
];

/** For routes with light scoring. */
export const LIGHT_CRITERIA: CriterionDraft[] = [
  criterion(
    'Understanding of the problem and policy use',
    30,
    'Does the bid grasp the decision that this informs?',
  ),
  criterion('Method and design', 45, 'How will evidence be searched, sifted and weighed in the time?'),
  criterion('Team and track record', 25, 'Can these people do it in the time?'),
];

export const defaultCriteria = (route: { takesBids: boolean; lightCriteria: boolean }): CriterionDraft[] =>
  !route.takesBids ? [] : route.lightCriteria ? LIGHT_CRITERIA : DEFAULT_CRITERIA;

export const totalWeight = (criteria: { weight: number }[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight, 0);
