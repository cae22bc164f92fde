import { z } from 'zod';
import { command } from '../../command.server';
import { listInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { chosenTerms } from '../drafting/chosen.server';
import { defaultCriteria } from '../criteria';
import { newDraft } from '../drafting/new-draft';
import { mayDraftFor } from '../question-policy';
import { replaceCriteria, replacePriorities, replaceTerms } from '../drafting/draft-parts.server';
import { AREA_SCHEMES } from '../tasks/areas';
import { NEED_LABELS } from '../tasks/need';

const slugs = () => listInput(z.string().max(100));

/** A new draft of a team, with whatever the place it was raised from had chosen. */
export const startQuestion = command({
  name: 'questions.start',
  input: z.strictObject({
    title: textInput('Enter the question', 160, NEED_LABELS.title),
    route: z.string({ error: 'Choose a route' }).max(60),
    team: z.string({ error: 'Choose the team that asks' }).pipe(referenceInput),
    threats: slugs(),
    strands: slugs(),
    enablers: slugs(),
    levels: slugs(),
    priorities: listInput(referenceInput),
  }),
  load: async ({ tx, input }) => {
    const team = await tx.team.findFirst({ where: { reference: input.team, closedAt: null } });
    const route = await tx.route.findFirst({ where: { slug: input.route, retiredAt: null } });
    const picked = (['threats', 'strands', 'enablers', 'levels'] as const).map((field) => ({
      field,
      scheme: AREA_SCHEMES[field],
      slugs: input[field],
    }));
    return team && { team, route, chosen: await chosenTerms(tx, picked, input.priorities) };
  },
  authorise: (actor, { team }) => mayDraftFor(actor, team.id),
  decide: ({ input, loaded: { team, route, chosen }, actor, now, newId, newReference }) => {
    if (!route) return refuseField('RouteIsUnknown', 'route', 'Choose a route');
    if (actor.kind !== 'person') return refuseField('NobodyIsThere', 'title', 'Sign in first');
    const draft = newDraft({
      id: newId(),
      reference: newReference(),
      title: input.title,
      team,
      route,
      authorId: actor.id,
      now,
    });
    const data = { teamId: team.id, route: route.slug };
    return {
      change: { draft, chosen, criteria: defaultCriteria(route) },
      facts: [{ name: 'QuestionWasStarted', noun: 'question' as const, nounId: draft.id, data }],
    };
  },
  save: async ({ tx, newId }, { draft, chosen, criteria }) => {
    await tx.question.create({ data: draft });
    await replaceTerms(tx, draft.id, { schemes: [], ids: chosen.termIds });
    await replacePriorities(tx, draft.id, chosen.priorityIds);
    await replaceCriteria(tx, draft.id, criteria, newId);
    return { reference: draft.reference };
  },
});
