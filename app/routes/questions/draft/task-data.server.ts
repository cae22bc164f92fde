import type { LoaderFunctionArgs } from '@remix-run/node';
import { ask } from '~/domain/query.server';
import { questionDraft, type QuestionDraft } from '~/domain/questions/queries/question-draft.server';
import { draftWarnings } from '~/domain/questions/queries/draft-warnings.server';
import { teamPeople } from '~/domain/questions/queries/team-people.server';
import { AREA_SCHEMES } from '~/domain/questions/tasks/areas';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import type { TaskAbout, TaskChoices } from '~/components/question/forms/choices';
import type { Person } from '~/domain/actor';
import { forbidden, found, notFound } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { taskIn } from './saving.server';

const SCHEMES = { schemes: Object.values(AREA_SCHEMES) };

/** A task of a draft with what its lists offer; only for those who may change it. */
export async function loadTask(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const slug = taskIn(args.params);
  const draft = found(await ask(questionDraft, actor, { reference: args.params.reference }));
  if (!draft.may.edit)
    throw forbidden('Only its authors can change a question, and only before it is approved.');
  const task = draft.tasks.find((one) => one.slug === slug);
  if (!task) throw notFound();
  const [choices, about] = await Promise.all([choicesFor(slug, actor, draft), aboutFor(slug, actor, draft)]);
  return { reference: draft.reference, title: draft.title, task, choices, about };
}

async function choicesFor(slug: string, actor: Person, draft: QuestionDraft): Promise<TaskChoices> {
  const areas = slug === 'areas' || slug === 'request';
  const people = slug === 'people' || slug === 'request';
  const [terms, prioritySets, team] = await Promise.all([
    areas ? ask(termChoices, actor, SCHEMES) : null,
    areas ? ask(priorityChoices, actor, {}) : null,
    people ? ask(teamPeople, actor, { reference: draft.reference }) : null,
  ]);
  return {
    terms: terms ?? [],
    prioritySets: prioritySets ?? [],
    owners: team?.owners ?? [],
    budgetHolders: team?.budgetHolders ?? [],
  };
}

async function aboutFor(slug: string, actor: Person, draft: QuestionDraft): Promise<TaskAbout> {
  const { name: routeName, takesBids, priceScored, severalAwards, biddingWorkingDays } = draft.route;
  const asked = ['procurement', 'dates', 'request'].includes(slug);
  const warnings = asked ? await ask(draftWarnings, actor, { reference: draft.reference }) : null;
  return {
    routeName,
    takesBids,
    priceScored,
    severalAwards,
    biddingWorkingDays,
    warnings: (slug === 'procurement' ? warnings?.budget : warnings?.dates) ?? [],
  };
}
