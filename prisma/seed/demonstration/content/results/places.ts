import type { DeliveredStory } from '../../story';
import { P } from '../priorities';

const CC_BY = 'Creative Commons Attribution 4.0';
const OGL = 'Open Government Licence 3.0';

/** What winners delivered, by question and lead. All results are invented. */
export const PLACES: Record<string, DeliveredStory[]> = {
  'port-insiders/joris': [
    {
      milestone: 1,
      daysAgo: 150,
      title: 'First contact: how port workers are approached (interim report)',
      summary: 'Invented result. Of 31 first contacts described, 19 came through somebody the worker already knew, most often a former colleague or a relative by marriage; five came through an employment agency and two through social media. The first request was small and lawful in 24 of 31 cases. The median time from first contact to a request that broke a rule was eleven weeks.',
      limits: 'Two ports, interviews only; people who were never approached are not described, and shares should not be read as rates.',
      review: 'Clear and careful. The authors say what eleven weeks rests on. I asked for the questions on agencies to be set apart, which they have done.',
      accepted: true,
      finding: {
        key: 'first-contact',
        studyType: 'qualitative',
        keyMessages: 'Most approaches came through somebody the worker knew already.\nThe first request was usually small and lawful.\nEleven weeks lay between first contact and the first broken rule, which leaves time to report.',
        methods: '31 interviews in two ports, reached through unions and chaplaincies; two readers; agreement 0.78.',
        licence: CC_BY,
        cases: [
          [P.highestHarm, 'Insiders are what the most harmful importation groups cannot do without; the time before the first broken rule is where they can be denied them.'],
          [P.integrity, 'The route through former colleagues is open to a change in exit and re-entry rules.'],
        ],
        published: 136,
        rated: {
          priorities: [[P.highestHarm, 3.9], [P.integrity, 4.2]],
          reasons: {
            5: ['We moved the first reporting talk from the first day to the third month because of it.', 'It changed who we vet again: people who come back, not people who arrive.'],
            4: ['The eleven weeks give a reporting line something to work with.', 'Tells us that agencies matter less than we had assumed.'],
            3: ['Good to know, though two ports are few.', 'Useful background for the vetting review; numbers are small.'],
            2: ['Says little that work from the Netherlands had not said.', 'Our ports have other labour arrangements.'],
            1: ['Concerns container ports; ours are ferry ports.'],
          },
        },
      },
    },
    {
      milestone: 2,
      daysAgo: 72,
      title: 'Approached and refused: recruitment in ports and what makes it fail',
      summary: 'Invented result. Eighteen people who had refused were set beside 27 who had not. Those who refused had more often told a peer within two days (15 of 18 against 4 of 27). Rotation of planners every four months went with fewer repeated approaches in the two ports that had introduced it; vetting at entry made no visible difference. Anonymous lines were known to all and used by none; a named person outside the line of command was used by nine.',
      limits: 'People who refused and were found may differ from others who refused. The comparison of ports is before and after, with no control port.',
      review: 'Answers all four questions and says which answers are weak. The table of controls is the best I have seen on this subject; I would print it alone.',
      accepted: true,
      finding: {
        key: 'refusals',
        studyType: 'qualitative',
        keyMessages: 'People who refused had usually told a colleague within two days.\nA named person outside the line of command was used; anonymous lines were not.\nRotation every four months went with fewer repeated approaches; vetting at entry made no visible difference.',
        methods: '45 interviews, 60 closed case files read by two coders, and a before-and-after comparison of four ports.',
        licence: OGL,
        cases: [
          [P.highestHarm, 'It says which control to pay for first.'],
          [P.soc, 'Peer support is cheap and can begin before a policy changes.'],
        ],
        published: 56,
        released: 'It holds nothing that would help anybody to recruit, and ports that are not members have asked for it.',
        rated: {
          priorities: [[P.highestHarm, 4.4], [P.soc, 3.8]],
          reasons: {
            5: ['We dropped the anonymous line and named a person; this is why.', 'The rotation budget was moved on the strength of it.'],
            4: ['Shapes the options for our three terminals.', 'First evidence on refusals that I would act on.', 'The two days give supervisors a clear task.'],
            3: ['Informs the design, but four ports without a control are not proof.', 'Sound on refusals, thin on rotation.'],
            2: ['Confirms what union officials tell us.', 'I doubt that it carries over to airports.'],
          },
        },
      },
    },
  ],
  'small-boats/elif': [
    {
      milestone: 1,
      daysAgo: 62,
      title: 'The supply chain of small boats: a map of links (interim note)',
      summary: 'Invented result. Seven links were found between manufacture and launch. Engines have the fewest suppliers: three wholesalers account for most sales described. Lead time for the models in demand rose from two to five weeks after a seizure and stayed there for nine weeks, while that for hulls returned to normal within ten days.',
      limits: 'Twenty-two interviews in two of four countries. Prices before this spring are recalled, not recorded.',
      review: 'Meets what the interim note was to do. The estimate for hulls rests on one seizure, and the note says so.',
      accepted: true,
      finding: {
        key: 'engine-links',
        studyType: 'descriptive',
        keyMessages: 'Engines have fewer suppliers than hulls and take far longer to replace.\nAfter a seizure of engines, lead times stayed up for nine weeks.\nHulls were replaced within ten days.',
        methods: '22 interviews with sellers and carriers, and weekly prices of six engine models since the spring.',
        licence: CC_BY,
        cases: [[P.highestHarm, 'It points to the link where a joint operation would be felt longest.']],
        published: 46,
        rated: {
          priorities: [[P.highestHarm, 4.1], [P.soc, 3.4]],
          reasons: {
            5: ['We asked partners to look at engines first.', 'It decided which of two projects was funded.'],
            4: ['Nine weeks against ten days is a difference one can plan with.', 'Shapes what we ask carriers to notice.'],
            3: ['One seizure of hulls is not much.', 'Useful, if the price series holds up.'],
            2: ['Interim, and it reads like it.', 'Supply will move to other countries.'],
            1: ['Not about the places our region deals with.'],
          },
        },
      },
    },
    {
      milestone: 2,
      daysAgo: 20,
      title: 'Engine prices and lead times, first six months',
      summary: 'Invented result. A weekly series of prices and lead times for six engine models in four countries, with gaps marked.',
      limits: 'Two countries have fewer than ten quotes a week.',
      returned: 'The gaps for two countries are larger than the note allows, and nothing says how they were filled. Please show the raw counts and deliver again.',
    },
  ],
  'cuckooing/amara': [
    {
      milestone: 1,
      daysAgo: 140,
      title: 'What is seen in which week: cuckooing from next door (interim note)',
      summary: 'Invented result. In 16 ended takeovers, somebody outside the home noticed a change in the first two weeks in 13. Repair crews noticed changed locks and closed rooms; neighbours noticed visitors at new hours. Eleven told nobody. Of five who told somebody, three told a body that could not act.',
      limits: 'Sixteen cases in one county, all ended; calendars depend on memory.',
      review: 'A strong interim note. The calendars are shown, so that a reader can disagree.',
      accepted: true,
      finding: {
        key: 'first-weeks',
        studyType: 'qualitative',
        keyMessages: 'Somebody outside noticed within two weeks in 13 of 16 cases.\nRepair crews saw changed locks and closed rooms before anybody else.\nThree of five reports went to a body that could not act.',
        methods: 'Calendars of 16 ended cases, each made with the tenant and checked with another witness.',
        licence: CC_BY,
        cases: [[P.communities, 'It names the crews to train first.'], [P.victims, 'Two weeks is early enough to prevent lasting harm.']],
        published: 124,
        rated: {
          priorities: [[P.communities, 4.0], [P.victims, 3.9]],
          reasons: {
            5: ['We trained repair crews before housing officers because of this.', 'It changed where reports go in our county.'],
            4: ['The week-by-week view is new and we use it in briefings.', 'Gives the council a reason to own a part of this.'],
            3: ['Sixteen cases; I would like to see them elsewhere.', 'Informs our checklist, does not settle it.'],
            2: ['Rural cases look different.', 'We had this from our own debriefs.'],
          },
        },
      },
    },
    {
      milestone: 2,
      daysAgo: 78,
      title: 'Who could step in: a tested card for people who knock on doors',
      summary: 'Invented result. With 30 cases, early contact that ended a takeover without reprisal was made by housing staff in six, by a drug worker in three and by family in two. A card of four observations and one number was tested with 20 housing staff on recorded scenes: they recognised 14 of 18 scenes with the card and nine without, with one more false alarm.',
      limits: 'Recorded scenes are not doorsteps. The card was not tested with police.',
      review: 'The test is modest and honest. The card fits on one side and the number on it works.',
      accepted: true,
      finding: {
        key: 'doorstep-card',
        studyType: 'process',
        keyMessages: 'Housing staff made most of the early contacts that ended a takeover without reprisal.\nWith the card, staff recognised 14 of 18 scenes instead of nine.\nOne more scene was wrongly taken for a takeover.',
        methods: '30 calendars, and a test of the card with 20 staff on 18 recorded scenes in random order.',
        licence: OGL,
        cases: [[P.communities, 'The card costs next to nothing and can be used at once.']],
        published: 62,
        released: 'Housing associations outside the network want to use the card.',
        rated: {
          priorities: [[P.communities, 4.2], [P.victims, 3.5]],
          reasons: {
            5: ['We printed it. It is in every van.', 'It replaced our own leaflet.'],
            4: ['Tested, short and honest about false alarms.', 'Shapes our plan for the spring.'],
            3: ['Scenes are not doorsteps, as it says.', 'Promising; I want it tried with officers.'],
            2: ['The card is fine. The study behind it is small.'],
            1: ['Nothing in it for national policy.'],
          },
        },
      },
    },
  ],
};
