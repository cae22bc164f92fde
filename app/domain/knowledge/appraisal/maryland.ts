import { EFFECTS } from './effect';
import type { Scheme } from './scheme-parts';

/**
 * Maryland Scientific Methods Scale, for studies of effect: how far the design lets anybody say that the measure,
 * and nothing else, made the difference. Levels 1 to 5. Source: Sherman and others, "Preventing Crime: What Works,
 * What Doesn't, What's Promising" (1997).
 */
export const MARYLAND: Scheme = {
  title: 'Maryland scale',
  about:
    'For studies of effect. It says how far the design lets you conclude that the measure made the difference. A weak design is not a wrong result.',
  parts: [
    {
      title: 'Design',
      items: [
        {
          key: 'level',
          question: 'Which level does the design reach?',
          hint: 'Go by what was done, not by what the authors call it. Take a level off if many dropped out or the analysis does not fit the design.',
          choices: [
            {
              value: '1',
              label: 'Level 1: one comparison at one time',
              hint: 'With and without the measure, or a correlation, at a single point.',
            },
            {
              value: '2',
              label: 'Level 2: before and after, without a comparison group',
              hint: 'Or a comparison group that was not shown to be comparable.',
            },
            {
              value: '3',
              label: 'Level 3: before and after, with a comparable group',
              hint: 'One treated and one comparable untreated group or area.',
            },
            {
              value: '4',
              label: 'Level 4: many units, other causes controlled for',
              hint: 'Several treated and untreated units, or a strong natural experiment.',
            },
            {
              value: '5',
              label: 'Level 5: random allocation',
              hint: 'Units were allocated at random to get the measure or not.',
            },
          ],
        },
      ],
    },
    {
      title: 'Result',
      items: [{ key: 'effect', question: 'What did it find of the effect?', choices: EFFECTS }],
    },
  ],
};
