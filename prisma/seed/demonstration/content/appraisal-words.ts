/** What an appraiser writes beside the word, invented like the findings it is about. */
export const APPRAISAL_REASONS: Record<'low' | 'moderate' | 'high', string[]> = {
  low: [
    'One place and few cases, and nobody has repeated it. I would take it as a lead. A second site would change my mind.',
    'The account is careful, but it rests on what people said of others. There is no way to check it against records.',
    'The measure changed halfway, so the comparison over time does not hold. The description before that is useful.',
  ],
  moderate: [
    'The design fits the question and its limits are stated. The numbers are small, so the size of the effect is uncertain.',
    'Two sources point the same way. Access came through one agency, and the authors say what that may hide.',
    'Sampling and analysis can be followed from start to end. It covers one region; I would not carry it to ports without more.',
  ],
  high: [
    'Data, code and protocol can be checked, and two methods come to the same answer. Other studies agree.',
    'A strong comparison with little loss of cases. What could have biased it was looked for and dealt with.',
    'It tests its own conclusion against the cases that do not fit, and holds. I know of nothing that contradicts it.',
  ],
};

/** What two write together. */
export const TOGETHER: Record<'low' | 'moderate' | 'high', string> = {
  low: 'We agree that it is a lead and no more: the evidence is thin and from one place. A repeat elsewhere would move us.',
  moderate:
    'We agree that the conclusion is credible with gaps. The design is sound for what it asks; the numbers are small and the setting is one of several.',
  high: 'We agree that a reader can rely on it. The method bears the conclusion, and other evidence points the same way.',
};
