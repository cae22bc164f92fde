import { refuse } from '../refusal';

export const INTERESTS_ARE_NOT_DECLARED = refuse(
  'InterestsAreNotDeclared',
  'Declare your interests first. Then you can approve.',
);

export const INTEREST_IS_UNDECIDED = refuse(
  'InterestIsUndecided',
  'The interest you declared is being decided. Until then you cannot approve.',
);
