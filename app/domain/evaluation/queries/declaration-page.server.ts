import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { biddersOf } from '../interests/bidders.server';
import { ownEntries } from '../interests/register/own-entries.server';
import { prefilledFrom } from '../interests/register/prefill';
import { CAPACITY_NAMES } from '../competition';
import { declarationOf, declarationStage } from '../interests/declarations';
import { capacitiesOf, knowsOfEvaluation, mayDeclare } from '../evaluation-policy';
import { competitionFor } from '../load-competition.server';
import { whatTheyApprove } from '../recommendation/further-approver.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** One's own declaration for the stage that is due, with the list to declare against once bids are opened. */
export const declarationPage = query({
  name: 'evaluation.declaration',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const known = await competitionFor(db, input.reference);
    if (!known) return null;
    const approves = (await whatTheyApprove(db, actor, known)) !== null;
    const competition = judged(known, mayDeclare(actor, known.question, approves));
    if (!isSeen(competition)) return competition;
    const { question, declarations } = competition;
    const stage = declarationStage(competition);
    const own = stage && declarationOf(competition, scope, stage);
    const listed = question.openedAt ? await biddersOf(db, question.id, scope) : [];
    const entries = listed.length > 0 && !own ? await ownEntries(db, scope) : [];
    const { conflictYears: years } = question.route;
    return {
      ...headingOf(competition),
      prefilled: prefilledFrom(entries, listed, { day: ukDay(now), years }),
      stage,
      capacities: [...capacitiesOf(actor, question), ...(approves ? (['approver'] as const) : [])].map(
        (capacity) => CAPACITY_NAMES[capacity],
      ),
      /** Reads the decision alone, and nothing else of the evaluation. */
      outside: !knowsOfEvaluation(actor, question),
      scopeOfConflicts: question.route.conflictScope,
      bidders: question.openedAt
        ? listed.map(({ reference, name, kind, id }) => ({
            reference,
            name,
            kind,
            self: id === scope,
          }))
        : null,
      current: own
        ? {
            hasInterest: own.hasInterest,
            details: own.details,
            kinds: own.kinds,
            about: listed.filter(({ id }) => own.aboutIds.includes(id)).map(({ reference }) => reference),
            declaredAt: own.declaredAt,
            confirmed: own.confirmed,
          }
        : null,
      past: declarations
        .filter((one) => one.person.id === scope && one.stage !== stage)
        .map(({ stage: at, hasInterest, declaredAt, confirmed }) => ({
          stage: at,
          hasInterest,
          declaredAt,
          confirmed,
        })),
    };
  },
});
