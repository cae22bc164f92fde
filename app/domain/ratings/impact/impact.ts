export type ImpactState = 'recorded' | 'released' | 'withdrawn';

export interface ImpactStamps {
  releasedAt: Date | null;
  withdrawnAt: Date | null;
}

/** A withdrawn record stays at its address with its reason, for whoever could see it before. */
export function impactStateOf({ releasedAt, withdrawnAt }: ImpactStamps): ImpactState {
  if (withdrawnAt) return 'withdrawn';
  return releasedAt ? 'released' : 'recorded';
}

export const IMPACT_WORDS: Record<ImpactState, string> = {
  recorded: 'Inside the network',
  released: 'Released',
  withdrawn: 'Withdrawn',
};
