import type { AdviceStory } from '../story';
import { P } from './priorities';

/** What experts answered to advice requests. All of it is invented. */
export const ADVICE: Record<string, AdviceStory[]> = {
  'empty-containers': [
    {
      by: 'joris',
      daysAgo: 166,
      body: 'Invented answer. Where empties were scanned at one terminal, finds rose for about ten weeks and then fell below the old level, while finds in reefer units at the neighbouring terminal rose. I would expect the same within a quarter. Moving the scanner every six to eight weeks without notice held the gain longer in one port. Measure finds per thousand units at both terminals, and the price of a place in a container if anybody will tell you.',
      limits: 'Two ports, and one of them from what officers told me rather than from counts.',
      consent: 'named',
      finding: {
        key: 'scanning-empties',
        studyType: 'expertJudgement',
        keyMessages: 'Scanning empties gained for about ten weeks, then contraband moved to other units.\nMoving the scanner without notice held the gain longer.\nMeasure both terminals from the first day.',
        methods: 'Judgement of one expert from two ports.',
        licence: 'Open Government Licence 3.0',
        cases: [[P.highestHarm, 'It argues for a scanner that moves.']],
        published: 148,
        rated: {
          priorities: [[P.highestHarm, 3.6]],
          reasons: {
            5: ['The scanner moves every seven weeks now.'],
            4: ['Cheap to try, and it says what to measure.', 'Shapes the rota.'],
            3: ['One expert, two ports.', 'Plausible, and we should count.'],
            2: ['We could have guessed it.', 'Ten weeks is one story.'],
          },
        },
      },
    },
    {
      by: 'gareth',
      daysAgo: 164,
      body: 'Invented answer. In the closed cases I know, empties served for recovery more than for import: the load travelled in a full unit and was moved over. Scanning empties therefore troubles the recovery teams first, and they answer by recovering outside the gate. I would put half of the effort on the first kilometre outside.',
      limits: 'Closed cases are old by the time they are closed; three of them weigh heavily here.',
      consent: 'unnamed',
      finding: {
        key: 'recovery-outside',
        studyType: 'expertJudgement',
        keyMessages: 'Empty containers serve recovery more than import.\nScanning them pushes recovery outside the gate.\nHalf of the effort belongs on the first kilometre outside.',
        methods: 'Judgement of one expert from closed cases.',
        licence: 'Open Government Licence 3.0',
        cases: [[P.highestHarm, 'It moves attention outside the fence.']],
        published: 146,
        rated: {
          priorities: [[P.highestHarm, 3.2]],
          reasons: {
            5: ['We put cameras on the access road.'],
            4: ['It explains what our officers see at the gate.'],
            3: ['Three cases weigh heavily, as it says.', 'Informs where we look.'],
            2: ['Old cases.', 'Others say the opposite.'],
            1: ['We have no gate of that kind.'],
          },
        },
      },
    },
  ],
  'gold-sanctions': [
    {
      by: 'wanjiru',
      daysAgo: 116,
      body: 'Invented answer. Listings of traders in two earlier cases were followed by a change of name within three months and a change of route within a year; volumes recovered. What was hard to replace was not the trader but the refiner who gave papers. If only a few can be listed, list those.',
      limits: 'Two cases from East Africa; refiners elsewhere may be easier to replace.',
      consent: 'named',
      finding: {
        key: 'gold-refiners',
        studyType: 'expertJudgement',
        keyMessages: 'Listed traders changed names within three months and routes within a year.\nRefiners who give papers are harder to replace than traders.',
        methods: 'Judgement of one expert from archives and interviews on two earlier cases.',
        licence: 'Open Government Licence 3.0',
        cases: [[P.hostile, 'It says whom to list if only a few can be.']],
        published: 94,
        rated: {
          priorities: [[P.hostile, 3.8]],
          reasons: {
            5: ['The option paper was turned from traders to refiners.'],
            4: ['Shapes the list that is being prepared.', 'A distinction nobody else had made.'],
            3: ['Two cases in one region.', 'Worth testing elsewhere before we act on it.'],
            2: ['History does not bind refiners of today.'],
          },
        },
      },
    },
    {
      by: 'yasmin',
      daysAgo: 114,
      body: 'Invented answer. Listings do most where a partner’s supervisor acts the same week. Where that was not arranged beforehand, the listed house moved its accounts first. I can say more in a conversation than on paper.',
      limits: 'Rests on conversations that cannot be cited.',
      consent: 'refused',
    },
  ],
  'ten-minutes': [
    {
      by: 'amara',
      daysAgo: 2,
      body: 'Invented answer. Ask about the home rather than about people: who has a key, which room do you sleep in, when did you last cook, what do you do when somebody knocks. Ask at the door and with the visitor at a distance. Never ask who is in charge.',
      limits: 'From thirty calendars and practice, not from a test with officers.',
    },
  ],
};
