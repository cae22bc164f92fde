import type { Work } from '../reactions.server';
import { recordDueFacts } from './due-facts.server';
import { dispatchLetters, letterTasks } from './letters.server';
import { notifying } from './notify.server';
import { noticeRules } from './rules/all.server';

/** All that the jobs process does with committed facts, waiting letters and what time makes due. */
export const jobs: Work = {
  reactions: [notifying(noticeRules)],
  tasks: letterTasks,
  alsoDispatch: async (client) => (await dispatchLetters(client)) + (await recordDueFacts()),
};
