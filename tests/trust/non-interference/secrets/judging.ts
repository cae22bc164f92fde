import { statePreferences } from '~/domain/evaluation/assessors/commands/state-preferences.server';
import { excludeBid } from '~/domain/bids/commands/exclude-bid.server';
import { appointPanelMember } from '~/domain/evaluation/commands/appoint-panel-member.server';
import { decideConflict } from '~/domain/evaluation/commands/decide-conflict.server';
import { declareInterests } from '~/domain/evaluation/commands/declare-interests.server';
import { pinConflict } from '~/domain/evaluation/commands/pin-conflict.server';
import { recordConsensus } from '~/domain/evaluation/commands/record-consensus.server';
import { recordMeeting } from '~/domain/evaluation/commands/record-meeting.server';
import { saveScores } from '~/domain/evaluation/commands/save-scores.server';
import { newReference } from '~/domain/new-reference.server';
import { parseReference, showReference } from '~/domain/reference';
import { isoDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { ActorName } from '../../access/roles';
import { does, WORD, type Secret } from '../secret';
import type { CompetitionScene, Place } from '../scene';
import { COORDINATORS, TEAM, inState } from './asking';

const at =
  (place: Place) =>
  (scene: CompetitionScene): string =>
    scene.at[place];
const evaluated = inState('in evaluation');
const PANEL: ActorName[] = ['moderator', 'evaluator', 'expert and evaluator'];

/** Of an evaluation: who judges, what keeps them from it, and what they think. */
export const JUDGING: Secret[] = [
  {
    name: 'who is on the panel',
    question: at('waiting for scores'),
    entitled: ['author', 'moderator', 'researcher'],
    besides: [...TEAM, ...PANEL, ...COORDINATORS],
    make: (scene) =>
      does(scene, 'author', appointPanelMember, {
        ...{ reference: scene.at['waiting for scores'], role: 'evaluator' },
        person: scene.cast.people.researcher.reference,
      }),
  },
  {
    name: 'an interest that somebody declared',
    question: at('waiting for scores'),
    entitled: ['evaluator', 'senior responsible owner', 'coordinator'],
    besides: ['moderator', 'author', 'coordinator and author of another team'],
    make: (scene) => declared(scene, `Advised a ${WORD} works.`),
    instead: (scene) => declared(scene, 'Advised a quarry.'),
  },
  {
    name: 'a conflict that is suspected',
    question: at('waiting for scores'),
    entitled: ['moderator', 'senior responsible owner'],
    besides: [...COORDINATORS],
    make: (scene) => suspected(scene),
  },
  {
    name: 'why a conflict was confirmed',
    question: evaluated,
    entitled: ['moderator', 'senior responsible owner'],
    besides: ['evaluator', ...COORDINATORS],
    make: (scene) => confirmed(scene, `They share a ${WORD} works.`),
    instead: (scene) => confirmed(scene, 'They share a house.'),
  },
  {
    name: 'a wall about one bid',
    question: at('ranked'),
    entitled: ['moderator', 'senior responsible owner', 'evaluator'],
    // The rest of the panel reads whose scores count.
    besides: [...TEAM, ...COORDINATORS, 'expert and evaluator', 'conflicted evaluator'],
    make: async (scene) => pinned(scene),
  },
  {
    name: 'a score that is not sent',
    question: at('waiting for scores'),
    entitled: ['evaluator'],
    make: (scene) => scored(scene, 'save', 3, WORD),
  },
  {
    name: 'a score, before one’s own are in',
    question: at('waiting for scores'),
    entitled: ['evaluator'],
    besides: ['moderator'],
    make: (scene) => scored(scene, 'submit', 5, 'As good as can be.'),
    instead: (scene) => scored(scene, 'submit', 1, 'As good as can be.'),
  },
  {
    name: 'the reason of a score',
    question: at('waiting for scores'),
    entitled: ['evaluator'],
    besides: ['moderator'],
    make: (scene) => scored(scene, 'submit', 3, `They know ${WORD}.`),
    instead: (scene) => scored(scene, 'submit', 3, 'They know ports.'),
  },
  {
    name: 'a consensus before quality is agreed',
    question: at('scored'),
    entitled: ['moderator'],
    besides: PANEL,
    make: (scene) => agreed(scene, 4),
    instead: (scene) => agreed(scene, 2),
  },
  {
    name: 'the minutes of a meeting',
    question: evaluated,
    entitled: ['moderator'],
    besides: [...PANEL, 'author', 'senior responsible owner', ...COORDINATORS],
    make: (scene) => minuted(scene, `All spoke of ${WORD}.`),
    instead: (scene) => minuted(scene, 'All spoke of ports.'),
  },
  {
    name: 'what an assessor would like to assess',
    question: at('assigning'),
    entitled: ['evaluator'],
    besides: ['moderator', 'author', 'senior responsible owner', ...COORDINATORS],
    make: (scene) => preferred(scene, '2'),
    instead: (scene) => preferred(scene, '-2'),
  },
  {
    name: 'who makes an anonymous bid',
    question: at('anonymous'),
    entitled: ['lead bidder', 'rival bidder'],
    // Each has the other's: who bids at all the panel reads, to declare against.
    make: (scene) => exchanged(scene),
  },
  {
    name: 'that a bid was excluded',
    question: evaluated,
    // Whose bid it is gets the reason.
    entitled: ['moderator', 'rival bidder'],
    besides: [...PANEL, ...TEAM, ...COORDINATORS],
    make: async (scene) =>
      does(scene, 'moderator', excludeBid, {
        ...{ reference: await bidOf(scene, evaluated(scene), 'rival bidder'), reason: `No ${WORD}.` },
      }),
  },
];

/** The bid that one of the cast leads for a question. */
export async function bidOf(
  { cast }: CompetitionScene,
  question: string,
  lead: 'lead bidder' | 'rival bidder',
): Promise<string> {
  const where = { question: { reference: parseReference(question) ?? '' }, leadId: cast.people[lead].id };
  return showReference((await database().bid.findFirstOrThrow({ where })).reference);
}

const questionRow = (reference: string) =>
  database().question.findUniqueOrThrow({
    where: { reference: parseReference(reference) ?? '' },
    include: { criteria: { orderBy: { position: 'asc' } } },
  });

const declared = (scene: CompetitionScene, details: string) =>
  does(scene, 'evaluator', declareInterests, {
    ...{ reference: scene.at['waiting for scores'], stage: 'opening', hasInterest: 'yes', details },
    ...{ about: [], kinds: ['adviser'] },
  });

/** As the search for conflicts leaves it. */
async function suspected(scene: CompetitionScene) {
  const { id: questionId } = await questionRow(scene.at['waiting for scores']);
  const personId = scene.cast.people.evaluator.id;
  await database().conflict.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId, personId, kind: 'coAuthor' },
      suspectedAt: await soundingsNow(database()),
    },
  });
}

const confirmed = (scene: CompetitionScene, reason: string) =>
  does(scene, 'moderator', decideConflict, {
    ...{ reference: scene.things.find('conflict', 'suspected')['reference'], decision: 'confirm', reason },
  });

const pinned = async (scene: CompetitionScene) =>
  does(scene, 'coordinator', pinConflict, {
    ...{ reference: scene.at.ranked, person: scene.cast.people.evaluator.reference },
    ...{ bid: await bidOf(scene, scene.at.ranked, 'rival bidder'), reason: `They share ${WORD}.` },
  });

async function scored(scene: CompetitionScene, intent: 'save' | 'submit', value: number, reason: string) {
  const question = scene.at['waiting for scores'];
  const { criteria } = await questionRow(question);
  return does(scene, 'evaluator', saveScores, {
    ...{ reference: await bidOf(scene, question, 'lead bidder'), intent },
    scores: criteria.map(({ position }) => ({ position, value, reason })),
  });
}

const agreed = async (scene: CompetitionScene, value: number) =>
  does(scene, 'moderator', recordConsensus, {
    reference: await bidOf(scene, scene.at.scored, 'lead bidder'),
    scores: [
      { position: 1, value, reason: 'We spoke of it at length and agreed on this in the end. '.repeat(6) },
    ],
  });

const minuted = async (scene: CompetitionScene, minutes: string) =>
  does(scene, 'moderator', recordMeeting, {
    ...{ reference: evaluated(scene), heldOn: isoDay(await soundingsNow(database())), minutes },
    ...{ present: [], abstained: [], abstainedWhy: '' },
  });

async function preferred(scene: CompetitionScene, wish: string) {
  const reference = scene.at.assigning;
  const bids = [
    await bidOf(scene, reference, 'lead bidder'),
    await bidOf(scene, reference, 'rival bidder'),
  ].map((bid) => ({ bid, wish, expertise: '1', words: '' }));
  return does(scene, 'evaluator', statePreferences, { reference, bids });
}

async function exchanged(scene: CompetitionScene) {
  const { people } = scene.cast;
  const rows = await database().bid.findMany({
    where: { question: { reference: parseReference(scene.at.anonymous) ?? '' } },
    select: { id: true, leadId: true, organisationId: true },
  });
  const [one, other] = rows;
  if (!one || !other) throw new Error('two bids are exchanged');
  // Nobody leads two bids for one question, not even for a moment.
  await handOver(one.id, { ...one, leadId: people.researcher.id });
  await handOver(other.id, one);
  await handOver(one.id, other);
}

async function handOver(id: string, to: { leadId: string; organisationId: string | null }) {
  const { leadId, organisationId } = to;
  await database().bid.update({ where: { id }, data: { leadId, organisationId } });
  await database().bidMember.updateMany({ where: { bidId: id }, data: { personId: leadId } });
}
