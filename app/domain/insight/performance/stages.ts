/** The stages of a question, in their order, by the instants that begin and end them. */
export const STAGES = {
  drafting: 'Draft',
  approval: 'Awaiting approval',
  open: 'Open',
  sealed: 'Closed, bids sealed',
  opened: 'Bids opened, before scoring',
  evaluation: 'In evaluation, until the notice',
  contracting: 'From the notice to delivery',
  delivery: 'In delivery',
} as const;
export type Stage = keyof typeof STAGES;

export interface StageFigure {
  stage: Stage;
  questions: number;
  median: number;
  ninety: number;
}

export const showDays = (days: number): string => {
  const rounded = Math.round(days * 10) / 10;
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
};
