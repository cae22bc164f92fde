import type { Choice, Item, Scheme } from './scheme-parts';

const ANSWERS: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'In part' },
  { value: 'no', label: 'No' },
  { value: 'unclear', label: 'It does not say' },
];

const item = (key: string, question: string, hint?: string): Item => ({
  key,
  question,
  ...(hint !== undefined && { hint }),
  choices: ANSWERS,
});

/**
 * A checklist for every kind of study that is neither a review nor a study of effect. It asks what the common
 * checklists for qualitative research ask, such as those of the Critical Appraisal Skills Programme, in our words.
 */
export const QUALITATIVE: Scheme = {
  title: 'Qualitative checklist',
  about:
    'For every kind of study but reviews and studies of effect: can a reader follow how it got from question to conclusion?',
  parts: [
    {
      title: 'Question and design',
      items: [
        item('aim', 'Is it clear what it wanted to find out, and why?'),
        item('method', 'Does the method fit that question?'),
        item(
          'sample',
          'Were people, places or documents chosen in a way that fits it?',
          'Also who was left out, and who refused.',
        ),
      ],
    },
    {
      title: 'Data and analysis',
      items: [
        item('data', 'Is it clear how the data were gathered, so that somebody could do it again?'),
        item(
          'standpoint',
          'Did the researchers consider their own part in it?',
          'Their access, their funders, their ties to those they studied.',
        ),
        item('ethics', 'Were consent, safety and confidentiality dealt with?'),
        item('analysis', 'Is the analysis thorough, with cases that do not fit dealt with?'),
      ],
    },
    {
      title: 'Conclusions',
      items: [
        item('support', 'Do the conclusions follow from the data shown?'),
        item('limits', 'Does it say how far its conclusions reach?'),
      ],
    },
  ],
};
