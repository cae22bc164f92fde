import type { ActionFunctionArgs } from '@remix-run/node';
import { data } from '@remix-run/node';
import { saveAreas } from '~/domain/questions/commands/save-areas.server';
import { saveCriteria } from '~/domain/questions/commands/save-criteria.server';
import { saveDates } from '~/domain/questions/commands/save-dates.server';
import { saveEthics } from '~/domain/questions/commands/save-ethics.server';
import { saveNeed } from '~/domain/questions/commands/save-need.server';
import { savePeople } from '~/domain/questions/commands/save-people.server';
import { saveProcurement } from '~/domain/questions/commands/save-procurement.server';
import { saveRequest } from '~/domain/questions/commands/save-request.server';
import { saveScope } from '~/domain/questions/commands/save-scope.server';
import { saveTerms } from '~/domain/questions/commands/save-terms.server';
import { TASK_SLUGS, type TaskSlug } from '~/domain/questions/tasks/task-list';
import { showClockTime } from '~/domain/uk-time';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { notFound } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

type Acting = Parameters<typeof act<never, never, never, { reference: string }>>[2];

const SAVE: Record<TaskSlug, (args: ActionFunctionArgs, acting: Acting) => ReturnType<typeof act>> = {
  need: (args, acting) => act(args, saveNeed, acting),
  areas: (args, acting) => act(args, saveAreas, acting),
  scope: (args, acting) => act(args, saveScope, acting),
  ethics: (args, acting) => act(args, saveEthics, acting),
  terms: (args, acting) => act(args, saveTerms, acting),
  procurement: (args, acting) => act(args, saveProcurement, acting),
  criteria: (args, acting) => act(args, saveCriteria, acting),
  dates: (args, acting) => act(args, saveDates, acting),
  people: (args, acting) => act(args, savePeople, acting),
  request: (args, acting) => act(args, saveRequest, acting),
};

/** The task that an address names; a 404 for any other word. */
export function taskIn(params: { task?: string | undefined }): TaskSlug {
  const slug = TASK_SLUGS.find((known) => known === params.task);
  if (!slug) throw notFound();
  return slug;
}

/** Saves a task: on to the task list, or, for autosave, the time at which it was saved. */
export async function saveTask(args: ActionFunctionArgs) {
  const task = taskIn(args.params);
  const form = await args.request.formData();
  const auto = form.get('intent') === 'auto';
  const done = ({ reference }: { reference: string }) =>
    task === 'request' && form.get('intent') !== 'later'
      ? paths.questionCheck(reference)
      : paths.questionDraft(reference);
  const reply = await SAVE[task](args, { form, fixed: { reference: args.params.reference ?? '' }, done });
  if (!auto || !(reply instanceof Response)) return reply;
  return data({ savedAt: showClockTime((await whoAsks(args)).asOf) });
}
