import type { Command } from '~/domain/command.server';
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
import { wholeQuestion } from '~/domain/questions/drafting/draft-loading.server';
import { seenToken } from '~/domain/questions/drafting/seen-token.server';
import { TASKS, type TaskSlug } from '~/domain/questions/tasks/task-list';
import { addDays, isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { teamOf } from '../content/find-cast';
import { dayBefore, todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Story } from '../story';
import { criteriaWithParts, firstStage } from './asked-parts';
import * as answers from './task-answers';

/** Answers every task that the route asks for. */
export async function finishDraft(play: Play, story: Story): Promise<void> {
  const today = await todayOfMachine();
  const closesOn = story.closes === undefined ? undefined : dayBefore(today, story.closes);
  const published = dayBefore(today, story.published);
  const people = {
    owner: play.person(teamOf(story).owner.key).reference,
    budgetHolder: play.person(teamOf(story).budgetHolder.key).reference,
  };
  const priorities = story.priorities.map(play.priority);
  const dates = { closesOn: closesOn && isoDay(closesOn), closesTime: '17:00' };
  const save = saver(play, story);
  if (story.route === 'expert-advice-request') {
    await save('request', saveRequest, { ...answers.request(story, priorities, published), owner: people.owner, ...dates });
    return;
  }
  await save('need', saveNeed, answers.need(story, addDays(published, 230)));
  await save('areas', saveAreas, answers.areas(story, priorities));
  await save('scope', saveScope, answers.scope(story));
  await save('people', savePeople, people);
  if (story.route === 'area-of-research-interest') return;
  await save('ethics', saveEthics, answers.ethics(story));
  await save('terms', saveTerms, answers.terms(story));
  await save('procurement', saveProcurement, answers.procurement(story));
  if (story.criteria) await save('criteria', saveCriteria, answers.criteria(story.criteria));
  const row = await wholeQuestion(database(), play.question(story.key));
  const asked = row && criteriaWithParts(story, row);
  if (asked) await save('criteria', saveCriteria, asked);
  await save('dates', saveDates, { ...dates, ...(await firstStage(story)) });
}

/** Sends a task as its page does, which says what it showed. */
function saver(play: Play, story: Story) {
  return async <Input, Loaded, Change, Value>(
    task: TaskSlug,
    command: Command<Input, Loaded, Change, Value>,
    values: Record<string, unknown>,
  ): Promise<void> => {
    const reference = play.question(story.key);
    const row = await wholeQuestion(database(), reference);
    if (!row) throw new Error(`no question ${reference}`);
    const seen = seenToken(TASKS[task].values(row));
    await play.does(teamOf(story).author.key, command, { ...values, reference, seen });
  };
}
