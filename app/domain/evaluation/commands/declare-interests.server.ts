import { z } from 'zod';
import { isPerson, type Actor } from '../../actor';
import { command } from '../../command.server';
import { listInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { bidsAbout, biddersOf } from '../interests/bidders.server';
import { recordDeclared } from '../interests/conflicts/declared.server';
import { INTEREST_KINDS } from '../interests/interest-kind';
import { declarationOf, declarationStage } from '../interests/declarations';
import { capacitiesOf, mayDeclare } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';
import { whatTheyApprove } from '../recommendation/further-approver.server';
import { startWhenReady } from '../interests/start-evaluation.server';
import { DECLARATION_STAGES, type Capacity, type Competition } from '../competition';

/** One person's declaration for one stage. `about` names people and bodies of the list shown after opening. */
export const declareInterests = command({
  name: 'evaluation.declareInterests',
  input: z.strictObject({
    reference: referenceInput,
    stage: z.enum(DECLARATION_STAGES),
    hasInterest: z.enum(['no', 'yes'], { error: 'Say whether you have an interest' }),
    details: optionalTextInput(2000),
    about: listInput(referenceInput),
    kinds: listInput(z.enum(INTEREST_KINDS)),
  }),
  load: async ({ tx, input, actor }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const opened = competition.question.openedAt !== null;
    const listed = opened && isPerson(actor) ? await biddersOf(tx, competition.question.id, actor.id) : [];
    const bids = opened && isPerson(actor) && listed.some(({ id }) => id === actor.id);
    return { competition, listed, bids, approves: await whatTheyApprove(tx, actor, competition) };
  },
  authorise: (actor, { competition, approves }) => mayDeclare(actor, competition.question, approves !== null),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, listed, bids, approves }, actor, newId }) => {
    const stage = declarationStage(competition);
    if (stage === null) return QUESTION_IS_OVER;
    if (stage !== input.stage) return STAGE_HAS_MOVED;
    const personId = isPerson(actor) ? actor.id : '';
    const hasInterest = input.hasInterest === 'yes';
    if (hasInterest && input.details === '')
      return refuseField('InterestHasNoDetails', 'details', 'Say what the interest is');
    if (bids && !hasInterest) return STANDS_IN_A_BID;
    const before = declarationOf(competition, personId, stage);
    if (before?.decidedAt)
      return refuse(
        'InterestIsDecided',
        'Your interest at this stage has been decided. Tell the senior responsible owner of anything new.',
      );
    const about = listed.filter(({ reference }) => hasInterest && input.about.includes(reference));
    if (hasInterest && about.length < new Set(input.about).size)
      return refuseField('NotOnTheList', 'about', 'Choose from the list');
    const capacity = capacityOf(actor, competition, approves !== null);
    const { id: questionId, reference } = competition.question;
    const row = {
      capacity,
      hasInterest,
      details: hasInterest ? input.details : '',
      aboutIds: about.map(({ id }) => id),
      kinds: hasInterest ? [...new Set(input.kinds)] : [],
    };
    return {
      change: {
        ...{ id: newId(), questionId, reference, personId, stage, row, approves },
        before: before?.declaredAt,
      },
      facts: [
        {
          name: hasInterest ? 'InterestWasDeclared' : 'NoInterestWasDeclared',
          noun: 'question',
          nounId: questionId,
          data: { personId, stage, capacity },
          ...(hasInterest ? { personal: { personId, text: { details: input.details } } } : {}),
        },
      ],
    };
  },
  save: async (saving, { id, questionId, reference, personId, stage, row, before, approves }) => {
    await saving.tx.declaration.upsert({
      where: { questionId_personId_stage: { questionId, personId, stage } },
      create: { id, questionId, personId, stage, declaredAt: saving.now, ...row },
      update: { declaredAt: saving.now, ...row },
    });
    const { kinds, aboutIds, hasInterest } = row;
    const bids = hasInterest ? await bidsAbout(saving.tx, questionId, aboutIds) : [];
    await recordDeclared(saving, {
      ...{ questionId, personId, before },
      bids: bids.length > 0 ? bids : [null],
      kinds: !hasInterest ? [] : kinds.length > 0 ? kinds : ['personal'],
    });
    await startWhenReady(saving, questionId);
    return { reference, approves };
  },
});

/** In which way they influence the outcome; as an approver first where they step in as one. */
function capacityOf(actor: Actor, { question }: Competition, approves: boolean): Capacity {
  const [own = 'approver'] = capacitiesOf(actor, question);
  return approves && own === 'coordinator' ? 'approver' : own;
}

const STANDS_IN_A_BID = refuseField(
  'DeclarantBids',
  'hasInterest',
  'You stand in a bid for this question, which is an interest',
);

const QUESTION_IS_OVER = refuse(
  'QuestionIsOver',
  'This question is decided, so there is nothing left to declare.',
);

const STAGE_HAS_MOVED = refuse(
  'StageHasMoved',
  'The question has moved on since you opened this page. Read it again and declare for the new stage.',
  { stale: true },
);
