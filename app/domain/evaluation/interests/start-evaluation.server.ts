import type { Saving } from '../../command.server';
import { recordStage } from '../../questions/question-stage.server';
import { stageOf } from '../competition';
import { whatStartWaitsFor } from './declarations';
import { lockedCompetitionById } from '../load-competition.server';

/** Evaluation starts by itself once the panel is complete and each of its members has declared. */
export async function startWhenReady(saving: Saving, questionId: string): Promise<void> {
  const competition = await lockedCompetitionById(saving.tx, questionId);
  if (!competition || stageOf(competition) !== 'declaring' || whatStartWaitsFor(competition).length > 0)
    return;
  await recordStage(saving.tx, questionId, { evaluationStartedAt: saving.now });
  saving.record({ name: 'EvaluationWasStarted', noun: 'question', nounId: questionId });
}
