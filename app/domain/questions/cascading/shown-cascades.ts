import type { Actor } from '../../actor';
import { ukDay } from '../../uk-time';
import type { QuestionForPolicy } from '../question-policy';
import { maySeeCascades } from './cascade-policy';
import type { StoredCascade } from './cascades-sql.server';
import { cascadeState, type CascadeState } from './cascade';

export interface ShownCascade {
  reference: string;
  team: string;
  level: string;
  priority: string | null;
  answerBy: string;
  state: CascadeState;
  words: string;
}

/** What an actor is shown of the teams that a question was sent to: all of it, or nothing. */
export function cascadesFor(
  actor: Actor,
  question: QuestionForPolicy,
  cascades: readonly StoredCascade[],
): ShownCascade[] {
  const teamIds = cascades.map(({ teamId }) => teamId);
  if (!maySeeCascades(actor, question, teamIds)) return [];
  const today = ukDay(actor.asOf);
  return cascades.map(({ teamId: _, escalateOn, answer, ...one }) => ({
    ...one,
    state: cascadeState(
      { answer, answerBy: new Date(one.answerBy), escalateOn: new Date(escalateOn) },
      today,
    ),
  }));
}
