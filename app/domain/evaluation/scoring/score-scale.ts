/** The scale of scores, 0 to 5; frozen with the criteria at publication. */
export const LOWEST_SCORE = 0;
export const HIGHEST_SCORE = 5;

export const scoreBands = [
  {
    value: 5,
    name: 'Exceeds, with evidence',
    guidance: 'Goes beyond what was asked and shows by evidence that it will.',
  },
  {
    value: 4,
    name: 'Meets with added confidence',
    guidance: 'Meets what was asked; its detail gives more confidence.',
  },
  { value: 3, name: 'Meets', guidance: 'Meets what was asked. No material concern is left.' },
  {
    value: 2,
    name: 'Partly meets',
    guidance: 'Meets some of what was asked; a part is missing or unconvincing.',
  },
  { value: 1, name: 'Major concerns', guidance: 'Fails most of what was asked, or raises serious doubt.' },
  { value: 0, name: 'No answer', guidance: 'Nothing was said that can be assessed.' },
] as const;

export const bandOf = (value: number): string => scoreBands.find((band) => band.value === value)?.name ?? '';

/** From this range of independent scores on, the panel has to agree a consensus. */
export const DISAGREEMENT_FROM = 2;

export const rangeOf = (values: number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);

export const isDisagreement = (values: number[]): boolean => rangeOf(values) >= DISAGREEMENT_FROM;
