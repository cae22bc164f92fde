import { z } from 'zod';
import { command } from '../../command.server';
import { mayKeepStageHarm } from '../understanding-policy';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { stageHarmFields, wrongInStageHarm } from '../business/stage-harm';

/** How harmful a stage of the business is within a threat area, by a source; a later one replaces it and both stay. */
export const recordStageHarm = command({
  name: 'understanding.recordStageHarm',
  input: z.strictObject(stageHarmFields),
  load: async ({ tx, input }) => {
    const called = (scheme: 'threatArea' | 'businessModelStage', slug: string) =>
      tx.term.findFirst({ where: { scheme, slug, retiredAt: null }, select: { id: true } });
    const [area, stage] = [
      await called('threatArea', input.area),
      await called('businessModelStage', input.stage),
    ];
    const standing =
      area && stage
        ? await tx.stageHarm.findFirst({
            where: { areaId: area.id, stageId: stage.id, supersededBy: null },
            select: { id: true },
          })
        : null;
    return { area, stage, standing };
  },
  authorise: mayKeepStageHarm,
  rules: {
    stage_harm_supersedes_id_key: refuse('ScoreWasReplaced', 'Somebody replaced it meanwhile. Look again.', {
      stale: true,
    }),
    stage_harm_first: refuse('ScoreWasReplaced', 'Somebody recorded one meanwhile. Look again.', {
      stale: true,
    }),
  },
  decide: ({ input, loaded: { area, stage, standing }, now, newId, newReference }) => {
    if (!area) return refuseField('TermIsUnknown', 'area', 'Choose one of the list');
    if (!stage) return refuseField('TermIsUnknown', 'stage', 'Choose one of the list');
    const wrong = wrongInStageHarm(input, ukDay(now));
    if (wrong) return wrong;
    const { score, source, sourceDate, note } = input;
    const row = {
      ...{ id: newId(), reference: newReference(), areaId: area.id, stageId: stage.id },
      ...{ score, source, sourceDate, note, supersedesId: standing?.id ?? null },
    };
    return {
      change: row,
      facts: [{ name: 'StageHarmWasRecorded', noun: 'harmFigure', nounId: row.id, data: { score } }],
    };
  },
  save: async ({ tx, actor, now }, row) => {
    if (actor.kind !== 'person') throw new Error('a visitor records nothing');
    await tx.stageHarm.create({ data: { ...row, recordedById: actor.id, recordedAt: now } });
    return { reference: row.reference };
  },
});
