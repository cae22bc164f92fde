import type { RatedStory } from '../story';
import { P } from './priorities';

/** What people say of real publications. They are invented people, so each says so. */
export const ABOUT_PUBLICATIONS: RatedStory['reasons'] = {
  5: ['Invented opinion: we set the order of two pieces of work by it.', 'Invented opinion: the paper that made us ask a different question.'],
  4: [
    'Invented opinion: it shapes the options we put forward.',
    'Invented opinion: its method is the one we ask for in new studies.',
    'Invented opinion: still the clearest account of how this works.',
  ],
  3: [
    'Invented opinion: it informs what we say, with newer figures.',
    'Invented opinion: a sound study of another country.',
    'Invented opinion: good on the past, careful about the present.',
    'Invented opinion: we cite it for the definition.',
  ],
  2: [
    'Invented opinion: background reading for newcomers.',
    'Invented opinion: the setting differs too much from ours.',
    'Invented opinion: the market has changed since.',
  ],
  1: ['Invented opinion: not about this priority, though it is about this threat.'],
};

/** Added to a reason by some. */
export const ASIDES = [
  'I speak for my region only.',
  'Colleagues see it differently.',
  'I would say the same a year from now.',
  'That is after reading the limits twice.',
  'Others in my field would go further.',
  'We have talked about it at two meetings.',
  'The figures matter less to me than the method.',
  'I have not seen the data behind it.',
  'It depends on what is decided about the budget.',
];

/** The priority for which a publication on a threat area is rated. */
export const PRIORITY_OF_AREA: Record<string, string> = {
  'child-sexual-abuse': P.childAbuse,
  'modern-slavery-human-trafficking': P.victims,
  'organised-immigration-crime': P.soc,
  'illegal-drugs': P.communities,
  'illegal-firearms': P.communities,
  'organised-acquisitive-crime': P.communities,
  'cyber-crime': P.cyberIncident,
  fraud: P.economy,
  'money-laundering': P.economy,
  'bribery-corruption-sanctions-evasion': P.hostile,
};
