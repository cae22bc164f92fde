import { addBidPartner } from '~/domain/bids/commands/add-bid-partner.server';
import { confirmEligibility } from '~/domain/bids/commands/confirm-eligibility.server';
import { submitExpression } from '~/domain/bids/commands/submit-expression.server';
import { openEnquiry } from '~/domain/enquiries/commands/open-enquiry.server';
import { askClarification } from '~/domain/questions/commands/ask-clarification.server';
import { inviteExpert } from '~/domain/questions/commands/invite-expert.server';
import { proposeExtension } from '~/domain/questions/commands/propose-extension.server';
import { returnQuestion } from '~/domain/questions/commands/return-question.server';
import { seekPartners } from '~/domain/questions/commands/seek-partners.server';
import { signalInterest } from '~/domain/questions/commands/signal-interest.server';
import { startQuestion } from '~/domain/questions/commands/start-question.server';
import { watchQuestion } from '~/domain/questions/commands/watch-question.server';
import { showReference } from '~/domain/reference';
import { isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import type { ActorName } from '../../access/roles';
import { does, WORD, type Secret } from '../secret';
import type { CompetitionScene } from '../scene';

export const TEAM: ActorName[] = [
  'author',
  'senior responsible owner',
  'budget holder',
  'moderator',
  'observer',
];
/** They run the desk, read the file of a competition and make packs of all that is on record. */
export const COORDINATORS: ActorName[] = ['coordinator', 'coordinator and author of another team'];
/** They make packs of what is settled, the decision included of which nobody was told. */
export const AUDITORS: ActorName[] = ['auditor', 'auditor and expert'];
const EXPERTS: ActorName[] = ['uninvolved expert', 'lead bidder', 'rival bidder'];

export const inState =
  (state: string) =>
  ({ things }: CompetitionScene): string =>
    things.find('question', state)['reference'] ?? '';

const open = inState('open');

/** Before bids are opened: what a team prepares, and who asks, watches or means to bid. */
export const ASKING: Secret[] = [
  {
    name: 'that a draft exists',
    question: inState('draft'),
    entitled: TEAM,
    make: async (scene) =>
      does(scene, 'author', startQuestion, {
        ...{ title: `Who deals in ${WORD}?`, route: 'commissioned-study', team: await teamOf(scene) },
        ...{ threats: [], strands: [], enablers: [], priorities: [] },
      }),
  },
  {
    name: 'why a question was returned before it was published',
    question: inState('awaiting approval'),
    entitled: TEAM,
    make: (scene) => returned(scene, `Say more of ${WORD}.`),
    instead: (scene) => returned(scene, 'Say more of ports.'),
  },
  {
    name: 'that somebody watches a question',
    question: open,
    entitled: ['uninvolved expert'],
    besides: TEAM,
    make: (scene) => does(scene, 'uninvolved expert', watchQuestion, { reference: open(scene) }),
  },
  {
    name: 'who is interested in a question',
    question: open,
    entitled: ['uninvolved expert', 'rival bidder'],
    make: (scene) => does(scene, 'uninvolved expert', signalInterest, { reference: open(scene) }),
    instead: (scene) => does(scene, 'rival bidder', signalInterest, { reference: open(scene) }),
  },
  {
    name: 'that an expert looks for partners',
    question: open,
    entitled: EXPERTS,
    besides: ['co-editor of the bid', 'researcher', 'invited expert', 'auditor and expert'],
    make: (scene) => sought(scene),
  },
  {
    name: 'that a clarification was asked for',
    question: open,
    entitled: ['uninvolved expert', 'author', 'senior responsible owner'],
    // The team reads how many wait.
    besides: [...TEAM, ...COORDINATORS],
    make: (scene) =>
      does(scene, 'uninvolved expert', askClarification, {
        reference: open(scene),
        asked: `Is ${WORD} meant?`,
      }),
  },
  {
    name: 'who asked for a clarification',
    question: open,
    entitled: ['uninvolved expert', 'rival bidder'],
    // The same row: asked by another, it would have another reference too.
    make: ({ cast }) =>
      database().clarification.updateMany({ data: { askerId: cast.people['rival bidder'].id } }),
  },
  {
    name: 'who else was invited to a question',
    question: inState('open to invited'),
    entitled: ['rival bidder', 'author', 'senior responsible owner'],
    besides: ['budget holder', 'moderator', 'observer', ...COORDINATORS],
    make: (scene) =>
      does(scene, 'author', inviteExpert, {
        ...{ reference: inState('open to invited')(scene), reason: WORD },
        person: scene.cast.people['rival bidder'].reference,
      }),
  },
  {
    name: 'that a later deadline was proposed',
    question: open,
    entitled: ['author', 'senior responsible owner', 'coordinator'],
    besides: ['budget holder', 'moderator', 'observer', 'coordinator and author of another team'],
    make: (scene) => proposed(scene),
  },
  {
    name: 'an expression of interest',
    question: ({ at }) => at['asking for expressions'],
    entitled: ['uninvolved expert'],
    make: (scene) =>
      does(scene, 'uninvolved expert', submitExpression, {
        ...{ reference: scene.at['asking for expressions'], organisation: 'independent' },
        ...{ names: `Dr ${WORD}`, approach: `By ${WORD}.` },
      }),
  },
  {
    name: 'an answer to the conditions of a question',
    question: ({ at }) => at['setting conditions'],
    entitled: ['uninvolved expert'],
    make: (scene) =>
      does(scene, 'uninvolved expert', confirmEligibility, {
        ...{ reference: scene.at['setting conditions'], organisation: 'independent', condition1: 'yes' },
      }),
  },
  {
    name: 'an enquiry to a team',
    question: open,
    entitled: ['uninvolved expert', 'author'],
    besides: TEAM,
    make: async (scene) =>
      does(scene, 'uninvolved expert', openEnquiry, {
        ...{ team: await teamOf(scene), subject: `About ${WORD}`, text: `What of ${WORD}?` },
      }),
  },
  {
    name: 'with whom a bid is made',
    question: open,
    entitled: ['lead bidder', 'co-editor of the bid'],
    besides: ['invited expert'],
    make: async (scene) =>
      does(scene, 'lead bidder', addBidPartner, {
        reference: scene.things.find('bid', 'draft')['reference'] ?? '',
        organisation: scene.things.find('organisation', 'always')['reference'] ?? '',
        part: `Counts ${WORD}.`,
      }),
  },
];

const teamOf = async ({ cast }: CompetitionScene): Promise<string> =>
  showReference((await database().team.findUniqueOrThrow({ where: { id: cast.asking.teamId } })).reference);

const returned = (scene: CompetitionScene, reason: string) =>
  does(scene, 'senior responsible owner', returnQuestion, {
    reference: inState('awaiting approval')(scene),
    reason,
  });

const sought = (scene: CompetitionScene) =>
  does(scene, 'uninvolved expert', seekPartners, {
    reference: open(scene),
    note: `I know ${WORD} and look for a statistician.`,
  });

const proposed = (scene: CompetitionScene) =>
  does(scene, 'author', proposeExtension, {
    reference: open(scene),
    closesOn: isoDay(new Date(Date.now() + 40 * 86_400_000)),
    closesTime: '17:00',
    reason: `${WORD} takes longer.`,
  });
