import { askForSignOff } from '~/domain/bids/commands/ask-for-sign-off.server';
import { confirmOpening } from '~/domain/bids/commands/confirm-opening.server';
import { inviteBidMember } from '~/domain/bids/commands/invite-bid-member.server';
import { saveBidSection } from '~/domain/bids/commands/save-bid-section.server';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { submitBid } from '~/domain/bids/commands/submit-bid.server';
import { withdrawBid } from '~/domain/bids/commands/withdraw-bid.server';
import { parseReference, showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import type { ActorName } from '../../access/roles';
import { does, WORD, type Secret } from '../secret';
import type { CompetitionScene } from '../scene';
import { COORDINATORS, inState } from './asking';

const open = inState('open');
const MAKERS: ActorName[] = ['lead bidder', 'co-editor of the bid'];

/** Of a bid of its makers, before bids are opened. */
export const BIDDING: Secret[] = [
  {
    name: 'that somebody began a bid',
    question: open,
    entitled: ['uninvolved expert'],
    make: (scene) =>
      does(scene, 'uninvolved expert', startBid, {
        ...{ reference: open(scene), organisation: 'independent', termsRead: true },
      }),
  },
  {
    name: 'that a bid was submitted',
    question: open,
    entitled: MAKERS,
    besides: ['invited expert'],
    make: (scene) => submitted(scene, []),
  },
  {
    name: 'what of a bid may be kept if it loses',
    question: open,
    entitled: MAKERS,
    make: (scene) => submitted(scene, ['references', 'contact']),
    instead: (scene) => submitted(scene, []),
  },
  {
    name: 'that a bid was withdrawn',
    question: submittedTo,
    entitled: MAKERS,
    make: (scene) =>
      does(scene, 'lead bidder', withdrawBid, { reference: bidIn('submitted')(scene), reason: WORD }),
  },
  {
    name: 'what a bid says',
    question: open,
    entitled: MAKERS,
    make: (scene) => saved(scene, { section: 'summary', text: `We weigh ${WORD} in each of three ports.` }),
    instead: (scene) => saved(scene, { section: 'summary', text: 'We ask people in each of three ports.' }),
  },
  {
    name: 'the price of a bid',
    question: open,
    entitled: MAKERS,
    make: (scene) => saved(scene, priced(777)),
    instead: (scene) => saved(scene, priced(444)),
  },
  {
    name: 'that somebody was asked to join a bid',
    question: open,
    entitled: [...MAKERS, 'researcher'],
    besides: ['invited expert'],
    make: (scene) =>
      does(scene, 'lead bidder', inviteBidMember, {
        ...{ reference: bidIn('draft')(scene), role: 'partner' },
        person: scene.cast.people.researcher.reference,
      }),
  },
  {
    name: 'that an organisation was asked to sign a bid',
    question: open,
    entitled: MAKERS,
    besides: ['invited expert'],
    make: (scene) => signOffAsked(scene),
  },
  {
    name: 'that one of two openers has confirmed',
    question: ({ at }) => at['closed for two openers'],
    entitled: ['moderator', 'budget holder'],
    besides: [
      'evaluator',
      'expert and evaluator',
      ...['author' as const, 'senior responsible owner' as const, 'observer' as const],
      ...COORDINATORS,
    ],
    make: (scene) =>
      does(scene, 'moderator', confirmOpening, {
        ...{ reference: scene.at['closed for two openers'], capacity: 'moderator' },
      }),
  },
];

export const bidIn =
  (state: string) =>
  ({ things }: Pick<CompetitionScene, 'things'>): string =>
    things.find('bid', state)['reference'] ?? '';

/** The question of the scene’s submitted bid. */
function submittedTo({ questionOf, ...scene }: CompetitionScene): string {
  return questionOf[bidIn('submitted')(scene)] ?? '';
}

const draftOf = (scene: CompetitionScene) =>
  database().bid.findUniqueOrThrow({ where: { reference: parseReference(bidIn('draft')(scene)) ?? '' } });

async function saved(scene: CompetitionScene, section: Record<string, unknown>) {
  const { reference, revision } = await draftOf(scene);
  return does(scene, 'lead bidder', saveBidSection, {
    ...{ reference, revision, people: [], milestones: [], confidential: [], lines: [], otherCosts: [] },
    ...section,
  });
}

const priced = (dayRate: number) => ({
  section: 'price',
  lines: [{ role: 'Researcher', dayRate: `£${dayRate}`, days: 30 }],
  overheads: '£0',
  fullEconomicCost: 80,
});

async function submitted(scene: CompetitionScene, keep: string[]) {
  const { reference, revision } = await draftOf(scene);
  return does(scene, 'lead bidder', submitBid, { reference, revision, keep, datasetLines: '' });
}

/** A colleague of the organisation who is not of the cast. */
async function signOffAsked(scene: CompetitionScene) {
  const { organisationId, reference } = await draftOf(scene);
  const { person } = await database().affiliation.findFirstOrThrow({
    where: { organisationId: organisationId ?? '', person: { name: 'A signatory' } },
    select: { person: { select: { reference: true } } },
  });
  return does(scene, 'lead bidder', askForSignOff, { reference, approver: showReference(person.reference) });
}
