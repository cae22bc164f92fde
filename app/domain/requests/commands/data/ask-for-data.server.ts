import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../../actor';
import { command } from '../../../command.server';
import { lockedDataset } from '../../../knowledge/datasets/dataset-standing.server';
import { questionsVisibleTo } from '../../../questions/question-visibility.server';
import { optionalReferenceInput, referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { ukDay } from '../../../uk-time';
import { dataRequestFields, wrongInAsking } from '../../data/data-form';
import { followsOf, mayAskForData, maySeeDataRequest } from '../../data/data-policy';
import { loadDataRequest } from '../../data/loaded-data-request.server';
import { isAllowed } from '../../../policy';

const FOLLOWING = ['again', 'appeal', 'renewal'] as const;

/** The question it is for, where the one who asks may know of it, and the award they work on for it. */
async function aimOf(tx: Db, actor: Actor, reference: string) {
  if (reference === '' || !isPerson(actor)) return null;
  const question = await tx.question.findFirst({
    where: { AND: [{ reference }, questionsVisibleTo(actor)] },
    select: { id: true },
  });
  if (!question) return null;
  const [award] = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM award a JOIN award_winner w ON w.award_id = a.id AND w.person_id = ${actor.id}::uuid
    WHERE a.question_id = ${question.id}::uuid AND a.withdrawn_at IS NULL ORDER BY a.id LIMIT 1`;
  return { questionId: question.id, awardId: award?.id ?? null };
}

async function earlierOf(tx: Db, actor: Actor, reference: string) {
  const earlier = reference === '' ? null : await loadDataRequest(tx, reference);
  return earlier && isAllowed(maySeeDataRequest(actor, earlier.standing)) ? earlier : null;
}

/** Asks the holder’s panel for the use of a dataset; a later request says which one it follows, and how. */
export const askForData = command({
  name: 'requests.ask-for-data',
  input: z.strictObject({
    reference: referenceInput,
    ...dataRequestFields,
    earlier: optionalReferenceInput,
    kind: z.enum(FOLLOWING).optional(),
  }),
  load: async ({ tx, actor, input }) => {
    const dataset = await lockedDataset(tx, input.reference);
    if (!dataset) return null;
    const aim = await aimOf(tx, actor, input.question);
    return { dataset, aim, earlier: await earlierOf(tx, actor, input.earlier) };
  },
  authorise: (actor, { dataset }) => mayAskForData(actor, dataset.standing),
  subject: ({ dataset }) => ({ noun: 'dataset', nounId: dataset.id }),
  rules: {
    data_request_one_open: refuse('RequestIsOpen', 'You ask for these data already. It is in your list.', {
      stale: true,
    }),
    data_request_followed_once: refuse('IsFollowed', 'Another request follows that one already.', {
      stale: true,
    }),
  },
  decide: ({ input: asked, loaded: { dataset, aim, earlier }, actor, now, newId, newReference }) => {
    const { reference: _, question, earlier: follows, kind, ...said } = asked;
    const wrong = wrongInAsking(asked, ukDay(now));
    if (wrong) return wrong;
    if (question !== '' && !aim)
      return refuseField('QuestionIsUnknown', 'question', 'No question that you can read has this reference');
    const isFirst = follows === '' && kind === undefined;
    if (!isFirst && (!earlier || earlier.request.datasetId !== dataset.id || !kind))
      return refuse('NothingToFollow', 'That request is not one of yours for these data.');
    if (!isFirst && earlier && kind && !followsOf(actor, earlier.standing).includes(kind))
      return refuse('MayNotFollow', 'That request cannot be followed so any more.', { stale: true });
    const row = {
      ...{ id: newId(), reference: newReference(), datasetId: dataset.id, ...said },
      ...{ kind: kind ?? 'first', earlierId: isFirst ? null : (earlier?.request.id ?? null) },
      ...{ questionId: aim?.questionId ?? null, awardId: aim?.awardId ?? null },
    };
    const data = { datasetId: dataset.id, kind: row.kind };
    return {
      change: row,
      facts: [{ name: 'DataWereAskedFor', noun: 'dataRequest', nounId: row.id, data }],
    };
  },
  save: async ({ tx, actor, now }, row) => {
    if (actor.kind !== 'person') throw new Error('authorised above');
    await tx.dataRequest.create({ data: { ...row, askedById: actor.id, askedAt: now } });
    return { reference: row.reference };
  },
});
