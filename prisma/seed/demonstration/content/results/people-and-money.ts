import type { DeliveredStory } from '../../story';
import { P } from '../priorities';

const OGL = 'Open Government Licence 3.0';

/** What winners delivered, by question and lead. All results are invented. */
export const PEOPLE_AND_MONEY: Record<string, DeliveredStory[]> = {
  'care-sector/rukhsana': [
    {
      milestone: 1,
      daysAgo: 138,
      title: 'Protocol of the rapid evidence assessment',
      summary: 'The search, the sources, the rules for inclusion and the grading of evidence, as registered before the search began.',
      limits: 'None: it is a plan.',
      review: 'Complete. The rule for inspectorates’ reports is stricter than we asked, which is welcome.',
      accepted: true,
    },
    {
      milestone: 2,
      daysAgo: 92,
      title: 'Recognising exploitation in adult social care: a rapid evidence assessment',
      summary: 'Invented result. Of 41 studies, nine tested an indicator against a later decision. Three indicators did well in more than one setting: documents held by somebody else, pay deductions the worker could not explain, and accommodation tied to the post. Training raised knowledge in eleven of twelve studies and recognition in two of five that measured it. Fear of costing the worker her job was the reason most often given for not reporting.',
      limits: 'Only four studies are from adult social care itself. No study followed workers after a report.',
      review: 'The separation of tested and proposed indicators is exactly what the guidance needs. Two small errors in the table were put right before acceptance.',
      accepted: true,
      finding: {
        key: 'care-indicators',
        studyType: 'review',
        keyMessages: 'Nine of 41 studies tested an indicator; three indicators held up in more than one setting.\nTraining raises knowledge; it raised recognition in two of the five studies that measured it.\nFear of costing the worker her job keeps people from reporting.',
        methods: 'Registered protocol, nine sources with inspectorates’ reports, a fifth of the studies read twice.',
        licence: OGL,
        cases: [
          [P.victims, 'The guidance can now drop eleven indicators that nobody has tested.'],
          [P.soc, 'Inspectors meet these workers each day; three questions are feasible for them.'],
        ],
        published: 76,
        released: 'Guidance that rests on it will be public, so the evidence should be.',
        rated: {
          priorities: [[P.victims, 4.3], [P.soc, 3.6]],
          reasons: {
            5: ['We cut the list of indicators from fourteen to three.', 'It changed our training plan from knowledge to recognition.'],
            4: ['Gives inspectors three questions they have time for.', 'Shapes the form we ask local authorities to fill in.'],
            3: ['Four studies from care itself are few.', 'A fair summary; we knew most of the studies.'],
            2: ['Tells us little about victims who never meet an inspector.'],
          },
        },
      },
    },
  ],
  'fraud-reporting/ngozi': [
    {
      milestone: 1,
      daysAgo: 132,
      title: 'The silent majority: who loses money to fraud and tells nobody (survey report)',
      summary: 'Invented result. Of 612 people who had lost money in two years, 83 per cent had not reported it; among losses under £250 it was 94 per cent. The commonest reason was not shame but the expectation that nothing would happen (61 per cent). People over 65 reported more often than those under 35, against what leaflets assume.',
      limits: 'Recalled losses; people who never noticed a fraud are not counted.',
      review: 'A well-run survey with open instruments. The finding on age corrects our own material.',
      accepted: true,
      finding: {
        key: 'silent-majority',
        studyType: 'descriptive',
        keyMessages: 'Eighty-three per cent of people who lost money told nobody.\nThe commonest reason was that they expected nothing to happen; shame came fourth.\nPeople under 35 report least.',
        methods: 'Survey of 4,012 adults by a random panel, with a module for people who stayed silent; weights published.',
        licence: OGL,
        cases: [[P.economy, 'Services can be built for people who stay silent rather than for those who do not.'], [P.soc, 'It shows what share of demand is invisible.']],
        published: 116,
        released: 'A survey of the public belongs to the public.',
        rated: {
          priorities: [[P.economy, 4.2], [P.soc, 3.5]],
          reasons: {
            5: ['It ended the campaign about shame.', 'The new service shows what happened to earlier reports because of this.'],
            4: ['The finding on age changes whom we speak to.', 'Shapes the budget for contact with people under 35.'],
            3: ['In line with two earlier surveys, better done.', 'Informs our estimates; recall is recall.'],
            2: ['Surveys of losses say little about organised crime.', 'Confirms the national survey.'],
          },
        },
      },
    },
    {
      milestone: 2,
      daysAgo: 58,
      title: 'What makes reporting worth while: a trial of five letters',
      summary: 'Invented result. Among 58,400 customers of one bank, a letter that said what had happened to the last hundred reports raised reporting from 11.8 to 15.1 per cent; a shorter letter made no difference; one that thanked people lowered it by half a point, which may be chance. At 90 days the difference was still 2.6 points.',
      limits: 'One bank and one season. Reports were counted, not their use.',
      review: 'Powered, registered and plain. The null result for the short letter is as useful as the rest.',
      accepted: true,
      finding: {
        key: 'five-letters',
        studyType: 'impact',
        keyMessages: 'Saying what happened to earlier reports raised reporting from 11.8 to 15.1 per cent.\nA shorter letter made no difference.\nMost of the effect was still there after 90 days.',
        methods: 'Randomised trial with 58,400 customers, registered beforehand; outcome counted by the bank.',
        licence: OGL,
        cases: [[P.economy, 'A letter is sent anyway; this is which one.']],
        published: 42,
        released: 'Banks that are not members can use it at once.',
        rated: {
          priorities: [[P.economy, 4.5]],
          reasons: {
            5: ['All our letters were rewritten in a month.', 'A trial of this size settles it for me.', 'We took it to the banks’ working group and it was adopted.'],
            4: ['Three points on a large base are a lot of reports.', 'Shapes the wording; we still test on businesses.'],
            3: ['One bank, as it says.', 'Reports are not outcomes.'],
            2: ['More reports without more officers help nobody.'],
          },
        },
      },
    },
  ],
};
