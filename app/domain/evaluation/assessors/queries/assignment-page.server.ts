import { z } from 'zod';
import { isMember } from '../../../actor';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { evaluatorsOf, stageOf } from '../../competition';
import { headingOf, isSeen, seenCompetition } from '../../seen-competition.server';
import { mayAssign } from '../assigning-policy';
import { loadAssigning } from '../load-assigning.server';
import { digestOf } from '../proposal-digest.server';
import { pairKey, proposalFor, type Proposal } from '../proposal';

const shown = (value: number): string => value.toFixed(2);

/** The proposal as it would be confirmed: who would assess what, how fair it is, and what stands in its way. */
export const assignmentPage = query({
  name: 'evaluation.assignment',
  input: z.strictObject({ reference: referenceInput, moving: z.enum(['yes', 'no']) }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayAssign);
    if (!isSeen(competition)) return competition;
    const { assigning, question } = competition;
    if (!assigning || !question.openedAt) return null;
    const loaded = await loadAssigning(db, competition, assigning);
    const { state } = loaded;
    const proposal = proposalFor(state, input.moving === 'yes');
    const names = new Map(evaluatorsOf(competition).map(({ person }) => [person.id, person.name]));
    return {
      ...headingOf(competition),
      stage: stageOf(competition),
      moving: input.moving,
      digest: digestOf(proposal),
      confirmedAt: assigning.confirmedAt,
      perBid: state.perBid,
      matchedAt: loaded.matchedAt,
      saidAnything: new Set([...state.stated.keys()].map((key) => key.split(' ')[1])).size,
      figures: figuresOf(proposal, loaded.bids),
      changes: {
        added: proposal.places.filter(({ kind }) => kind === 'new').length,
        moved: proposal.moved.length,
      },
      bids: loaded.bids.map(({ id, reference, bidder }) => ({
        reference,
        bidder,
        assessors: proposal.places
          .filter(({ bidId }) => bidId === id)
          .map(({ personId, similarity, kind }) => ({
            name: names.get(personId) ?? '',
            similarity: shown(similarity),
            kind,
            begun: state.begun.has(pairKey(id, personId)),
            pinned: state.pinned.has(pairKey(id, personId)),
          })),
      })),
      short: shortOnes(proposal, loaded.bids, (who) => names.get(state.assessors[who]?.id ?? '') ?? ''),
      people: state.assessors.map(({ id, mostBids }, who) => ({
        name: names.get(id) ?? '',
        mostBids,
        load: proposal.solution.figures.loads[who] ?? 0,
        gets: meanOf(proposal.places.filter(({ personId }) => personId === id)),
        unable: loaded.unable.find((one) => one.id === id)?.why ?? null,
      })),
      may: { confirm: ['declaring', 'scoring'].includes(stageOf(competition)) },
    };
  },
});

function figuresOf({ places, solution }: Proposal, bids: { bidder: string }[]) {
  const { figures, withoutFloor, proven } = solution;
  return {
    places: places.length,
    total: shown(figures.total),
    worst: shown(figures.worst),
    worstBid: bids[figures.worstBid]?.bidder ?? '',
    withoutExpert: figures.withoutExpert.map((bid) => bids[bid]?.bidder ?? ''),
    lowestLoad: figures.loads.length === 0 ? 0 : Math.min(...figures.loads),
    highestLoad: Math.max(...figures.loads, 0),
    floorCost: withoutFloor && shown(withoutFloor.total - figures.total),
    proven,
  };
}

const meanOf = (places: { similarity: number }[]): string | null =>
  places.length === 0
    ? null
    : shown(places.reduce((sum, { similarity }) => sum + similarity, 0) / places.length);

function shortOnes(proposal: Proposal, bids: { bidder: string }[], nameOf: (who: number) => string) {
  return proposal.solution.short.map(({ bid, missing, able, full }) => ({
    bidder: bids[bid]?.bidder ?? '',
    missing,
    able,
    full: full.slice(0, 5).map(nameOf),
    moreFull: Math.max(0, full.length - 5),
  }));
}
