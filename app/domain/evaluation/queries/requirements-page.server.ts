import { z } from 'zod';
import { isMember, panelRole } from '../../actor';
import { bidWasRead, openedQuality } from '../../bids/sealing/opened-content.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { bidInCompetition } from '../assessment/load-bid.server';
import { livePanel, stageOf } from '../competition';
import { mayReadBid } from '../evaluation-policy';
import { competitionById } from '../load-competition.server';
import { checkStateOf, whyNotAgree } from '../requirements/checks';
import { loadChecks } from '../requirements/load-checks.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** The evidence that a bid gives for each essential requirement, and what the panel found of it. A read is a fact. */
export const requirementsPage = query({
  name: 'evaluation.requirements',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const known = await bidInCompetition(db, input.reference, competitionById);
    const seen = known && judged(known, mayReadBid(actor, known.competition, known.bid.id));
    if (!isSeen(seen)) return seen;
    const { competition, bid } = seen;
    const requirements = await loadChecks(db, { id: bid.id, questionId: competition.question.id });
    const quality = requirements.length > 0 ? await openedQuality(db, bid.id) : null;
    if (!quality) return null;
    const first = requirements[0]?.check ?? null;
    const checker = livePanel(competition).find(({ person }) => person.id === first?.checkedById);
    const state = checkStateOf(requirements);
    const on = ['declaring', 'scoring'].includes(stageOf(competition)) && state !== 'agreed';
    const why =
      first &&
      whyNotAgree(
        { id: first.checkedById, role: checker?.role },
        { id: scope, role: panelRole(actor, competition.question.id) },
      );
    return {
      ...headingOf(competition),
      id: bid.id,
      bid: { reference: bid.reference, bidder: bid.bidder },
      state,
      checkedBy: checker?.person.name ?? null,
      seen: first?.checkedAt.toISOString() ?? '',
      requirements: requirements.map(({ id, position, text, evidence, check }) => ({
        position,
        text,
        evidence,
        answer: quality.answers[id] ?? '',
        met: check?.met ?? null,
        reason: check?.reason ?? '',
      })),
      excludes: requirements.some(({ check }) => check && !check.met),
      why,
      may: { check: on, agree: on && state === 'toAgree' && why === null },
    };
  },
  logged: (view) => (isSeen(view) ? bidWasRead(view.id, 'quality') : null),
});
