import { EFFECTS } from './effect';
import type { Choice, Part, Scheme } from './scheme-parts';

const QUALITY: readonly Choice[] = [
  { value: '0', label: '0: nothing to judge' },
  { value: '1', label: '1: asserted, without evidence' },
  { value: '2', label: '2: some evidence, loosely gathered' },
  { value: '3', label: '3: gathered and tested with care' },
  { value: '4', label: '4: tested with care, and the likely biases dealt with' },
];

const REPORTED: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'In part' },
  { value: 'no', label: 'No' },
];

const dimension = (key: string, title: string, content: string, quality: string): Part => ({
  title,
  items: [
    { key: `${key}-content`, question: content, choices: REPORTED },
    { key: `${key}-quality`, question: quality, choices: QUALITY },
  ],
});

/**
 * EMMIE, for reviews of evidence: effect, mechanism, moderators, implementation and economics, each judged twice,
 * for what the review says (EMMIE-E) and for how well it found out (EMMIE-Q, 0 to 4). Source: Johnson, Tilley and
 * Bowers, "Introducing EMMIE", Journal of Experimental Criminology 11 (2015).
 */
export const EMMIE: Scheme = {
  title: 'EMMIE',
  about:
    'For reviews of evidence. Each of five dimensions is judged twice: what the review says, and how well it found out.',
  parts: [
    {
      title: 'Effect',
      items: [
        { key: 'effect', question: 'What does the review conclude of the effect?', choices: EFFECTS },
        {
          key: 'effect-quality',
          question: 'How well did it find out?',
          hint: 'How studies were found and chosen, how they were judged, how results were put together.',
          choices: QUALITY,
        },
      ],
    },
    dimension(
      'mechanism',
      'Mechanism',
      'Does it say how the measure is thought to work?',
      'How well did it test that?',
    ),
    dimension(
      'moderators',
      'Moderators',
      'Does it say for whom and where it works better or worse?',
      'How well did it test that?',
    ),
    dimension(
      'implementation',
      'Implementation',
      'Does it say what it takes to put the measure in place?',
      'How well did it find out?',
    ),
    dimension(
      'economics',
      'Economics',
      'Does it say what the measure costs and saves?',
      'How well did it find out?',
    ),
  ],
};
