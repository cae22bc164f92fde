import type { Work } from '../reactions.server';
import { dispatchLetters, letterTasks } from './letters.server';
import { notifying } from './notify.server';
import { noticeRules } from './rules/all.server';

/** All that the jobs process does with committed facts and waiting letters. */
export const jobs: Work = {
  reactions: [notifying(noticeRules)],
  tasks: letterTasks,
  alsoDispatch: dispatchLetters,
};
