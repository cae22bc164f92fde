import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { changeLetter } from '~/domain/awards/commands/change-letter.server';
import { deliver } from '~/domain/awards/commands/deliver.server';
import { keepReserveList } from '~/domain/awards/commands/keep-reserve-list.server';
import { lodgeChallenge } from '~/domain/awards/commands/lodge-challenge.server';
import { makeClaim } from '~/domain/awards/commands/make-claim.server';
import { prepareLetters } from '~/domain/awards/commands/prepare-letters.server';
import { withdrawAward } from '~/domain/awards/commands/withdraw-award.server';
import { putOnHold } from '~/domain/evaluation/commands/put-on-hold.server';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { returnRecommendation } from '~/domain/evaluation/commands/return-recommendation.server';
import { isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import type { ActorName } from '../../access/roles';
import { does, WORD, type Secret } from '../secret';
import type { CompetitionScene } from '../scene';
import { AUDITORS, COORDINATORS, TEAM, inState } from './asking';
import { bidOf } from './judging';

const recommended = inState('recommended');
const decided = inState('decided');
const PANEL: ActorName[] = ['evaluator', 'expert and evaluator'];
const PART: ActorName[] = [...TEAM, ...PANEL, ...COORDINATORS];

const ofAward =
  (state: string) =>
  ({ questionOf, things }: CompetitionScene): string =>
    questionOf[awardIn(state)({ things })] ?? '';
const awardIn =
  (state: string) =>
  ({ things }: Pick<CompetitionScene, 'things'>): string =>
    things.find('award', state)['reference'] ?? '';

/** Of a decision until it is told, and of what follows it. */
export const DECIDING: Secret[] = [
  {
    name: 'that there is a recommendation',
    question: ({ at }) => at.ranked,
    entitled: ['moderator', 'senior responsible owner'],
    // One of the panel who has a conflict about the bid that is recommended is asked too.
    besides: PART,
    make: async (scene) => recommendedBid(scene),
  },
  {
    name: 'what is recommended',
    question: ({ at }) => at.ranked,
    entitled: ['moderator', 'senior responsible owner'],
    besides: [...PANEL, ...COORDINATORS],
    make: async (scene) => recommendedBid(scene),
    instead: (scene) => recommendedNone(scene),
  },
  {
    name: 'why a recommendation was returned',
    question: recommended,
    entitled: ['moderator', 'senior responsible owner'],
    besides: [...PANEL, ...COORDINATORS],
    make: (scene) => sentBack(scene, `Think of ${WORD}.`),
    instead: (scene) => sentBack(scene, 'Think of ports.'),
  },
  {
    name: 'a decision of which nobody was told',
    question: recommended,
    entitled: ['senior responsible owner', 'author', 'moderator'],
    besides: [...PART, ...AUDITORS],
    make: (scene) =>
      does(scene, 'senior responsible owner', approveRecommendation, { reference: recommended(scene) }),
  },
  {
    name: 'why a competition is on hold',
    question: recommended,
    entitled: ['senior responsible owner'],
    besides: PART,
    make: (scene) => held(scene, `A question about ${WORD}.`),
    instead: (scene) => held(scene, 'A question about ports.'),
  },
  {
    name: 'who stands on the reserve list',
    question: ({ at }) => at.decided,
    entitled: ['senior responsible owner'],
    besides: [...PART, ...AUDITORS],
    make: (scene) =>
      does(scene, 'senior responsible owner', keepReserveList, {
        ...{ reference: scene.at.decided, places: 1, until: isoDay(new Date(Date.now() + 60 * 86_400_000)) },
      }),
  },
  {
    name: 'a decision that was taken back before anybody was told',
    question: decided,
    entitled: ['senior responsible owner', 'author'],
    besides: [...PART, ...AUDITORS],
    make: (scene) =>
      does(scene, 'senior responsible owner', withdrawAward, {
        ...{ reference: awardIn('decided')(scene), reason: WORD },
      }),
  },
  {
    name: 'what a bidder is told of a bid that lost',
    question: ofAward('standstill'),
    entitled: ['rival bidder', 'senior responsible owner'],
    besides: [...PART, ...AUDITORS],
    // As if the panel had written something else: the summary of one bid, after it was sent.
    make: (scene) => summarised(scene, `Nothing on ${WORD}.`),
    instead: (scene) => summarised(scene, 'Nothing on ports.'),
  },
  {
    name: 'a letter before it is sent',
    question: decided,
    entitled: ['author', 'senior responsible owner'],
    besides: [...PART, ...AUDITORS],
    make: (scene) => lettered(scene, `We write about ${WORD}.`),
    instead: (scene) => lettered(scene, 'We write about ports.'),
  },
  {
    name: 'what a challenge says',
    question: ofAward('standstill'),
    entitled: ['rival bidder', 'author', 'senior responsible owner', 'coordinator'],
    besides: ['moderator', ...AUDITORS, ...COORDINATORS],
    make: (scene) => challenged(scene, `The panel overlooked ${WORD}.`),
    instead: (scene) => challenged(scene, 'The panel overlooked a port.'),
  },
  {
    name: 'what was delivered',
    question: ofAward('in delivery'),
    entitled: ['lead bidder', 'author'],
    // An administrator reads the letters of what the trail tells.
    besides: [...PART, 'co-editor of the bid', ...AUDITORS, 'administrator'],
    make: (scene) =>
      does(scene, 'lead bidder', deliver, {
        ...{ reference: awardIn('in delivery')(scene), position: 1, title: WORD },
        ...{ summary: `All about ${WORD}.`, limits: '' },
      }),
  },
  {
    name: 'what is claimed',
    question: ofAward('accepted'),
    entitled: ['lead bidder', 'budget holder'],
    besides: [...PART, 'co-editor of the bid', ...AUDITORS],
    make: (scene) => claimed(scene, '£777'),
    instead: (scene) => claimed(scene, '£444'),
  },
];

async function recommendedBid(scene: CompetitionScene) {
  const reference = scene.at.ranked;
  return does(scene, 'moderator', recommend, {
    ...{ reference, outcome: 'awarded', text: `The best on ${WORD}.`, tieReason: 'As the panel agreed.' },
    bids: [await bidOf(scene, reference, 'lead bidder')],
  });
}

const recommendedNone = (scene: CompetitionScene) =>
  does(scene, 'moderator', recommend, {
    ...{ reference: scene.at.ranked, outcome: 'noneSuitable', text: 'None is good enough.' },
    ...{ bids: [], tieReason: '' },
  });

const sentBack = (scene: CompetitionScene, reason: string) =>
  does(scene, 'senior responsible owner', returnRecommendation, { reference: recommended(scene), reason });

const held = (scene: CompetitionScene, reason: string) =>
  does(scene, 'senior responsible owner', putOnHold, {
    ...{ reference: recommended(scene), reason },
    reviewOn: isoDay(new Date(Date.now() + 30 * 86_400_000)),
  });

async function summarised(scene: CompetitionScene, reason: string) {
  const [bid] = await database().assessmentSummary.findMany({
    where: { bid: { leadId: scene.cast.people['rival bidder'].id, question: awardedBy(scene) } },
  });
  const { bidId, content } = bid ?? { bidId: '', content: {} };
  await database().assessmentSummary.update({
    where: { bidId },
    data: { content: { ...(content as object), reason } },
  });
}

const awardedBy = (scene: CompetitionScene) => ({
  reference: ofAward('standstill')(scene).replace('-', ''),
});

async function lettered(scene: CompetitionScene, text: string) {
  const reference = decided(scene);
  await does(scene, 'author', prepareLetters, { reference });
  return does(scene, 'author', changeLetter, {
    reference: await bidOf(scene, reference, 'rival bidder'),
    text,
  });
}

const challenged = async (scene: CompetitionScene, text: string) =>
  does(scene, 'rival bidder', lodgeChallenge, {
    ...{ reference: await bidOf(scene, ofAward('standstill')(scene), 'rival bidder'), text },
    grounds: ['evidence'],
  });

const claimed = (scene: CompetitionScene, amount: string) =>
  does(scene, 'lead bidder', makeClaim, {
    ...{ reference: awardIn('accepted')(scene), position: 1, amount, note: '' },
  });
