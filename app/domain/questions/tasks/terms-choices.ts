import type { Choice } from './task';

export const EFFORT_LABEL = 'How much work you expect';

export const OWNERSHIP: readonly Choice[] = [
  { value: 'experts', label: 'The experts or their institution' },
  { value: 'crown', label: 'The Crown' },
  { value: 'joint', label: 'Both together' },
];

export const PUBLICATION: readonly Choice[] = [
  { value: 'free', label: 'Yes, whenever they like' },
  { value: 'afterReview', label: 'Yes, after the team has seen it' },
  { value: 'no', label: 'No', hint: 'Few academics can accept this.' },
];

export const OPEN_LICENCES: readonly Choice[] = [
  { value: 'ogl', label: 'Open Government Licence 3.0' },
  { value: 'ccBy', label: 'Creative Commons Attribution 4.0' },
  { value: 'ccByNc', label: 'Creative Commons Attribution-NonCommercial 4.0' },
  { value: 'none', label: 'No open licence' },
];

export const CONTRACTS: readonly Choice[] = [
  { value: 'shortForm', label: 'Short-form contract for services' },
  { value: 'brunswick', label: 'Brunswick research agreement' },
  { value: 'framework', label: 'Terms of a framework' },
  { value: 'grant', label: 'Grant agreement' },
  { value: 'none', label: 'No contract' },
];

export const FEES: readonly Choice[] = [
  { value: 'bid', label: 'As bid, within the budget' },
  { value: 'fixed', label: 'A fixed fee' },
  { value: 'unpaid', label: 'Unpaid' },
];
