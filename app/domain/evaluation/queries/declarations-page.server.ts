import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { biddersOf } from '../interests/bidders.server';
import { CAPACITY_NAMES, DECLARATION_STAGES, type Capacity } from '../competition';
import { awaitedAt, declarationStage } from '../interests/declarations';
import { mayDecideInterest, maySeeDeclarations } from '../evaluation-policy';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

/** What everybody declared, who is awaited, and which interests wait for the actor's decision. */
export const declarationsPage = query({
  name: 'evaluation.declarations',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, (who, { question }) =>
      maySeeDeclarations(who, question),
    );
    if (!isSeen(competition)) return competition;
    const { question, declarations } = competition;
    const due = declarationStage(competition);
    const listed = question.openedAt ? await biddersOf(db, question.id, scope) : [];
    return {
      ...headingOf(competition),
      due,
      awaited: due
        ? awaitedAt(competition, due).map(({ person, capacities }) => ({
            name: person.name,
            capacities: capacities.map((capacity) => CAPACITY_NAMES[capacity]),
          }))
        : [],
      stages: DECLARATION_STAGES.map((stage) => ({
        stage,
        declarations: declarations
          .filter((one) => one.stage === stage)
          .map((one) => ({
            person: one.person.reference,
            name: one.person.name,
            capacity: CAPACITY_NAMES[one.capacity as Capacity],
            hasInterest: one.hasInterest,
            details: one.details,
            about: listed.filter(({ id }) => one.aboutIds.includes(id)).map(({ name }) => name),
            declaredAt: one.declaredAt,
            confirmed: one.confirmed,
            decisionReason: one.decisionReason,
            decides:
              due !== null &&
              one.hasInterest &&
              !one.decidedAt &&
              isAllowed(mayDecideInterest(actor, competition, one.person.id)),
          })),
      })),
    };
  },
});
