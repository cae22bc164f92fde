import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { allowIf, type Verdict } from '../../policy';
import { referenceInput } from '../../reference-input';
import { refuseTexts } from '../texts/checked-text';
import { maySignalInterest } from '../question-policy';
import { questionForShare } from '../question-stage.server';

const MOST_WORDS = 100;

/** Shown to experts who could join, never to the team or the panel. */
export const seekPartners = command({
  name: 'questions.seek-partners',
  input: z.strictObject({
    reference: referenceInput,
    note: textInput('Say what you bring and whom you look for', 800),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, input }) => questionForShare(tx, input.reference),
  authorise: (actor, question): Verdict => {
    const interest = maySignalInterest(actor, question);
    return interest.kind === 'allow'
      ? allowIf(question.route.takesBids, 'This route takes no bids.')
      : interest;
  },
  subject: ({ id }) => ({ noun: 'question', nounId: id }),
  decide: ({ input, loaded: question }) => {
    const refused = refuseTexts({ note: input.note }, MOST_WORDS, input.notPersonal);
    if (refused) return refused;
    return {
      change: { question, note: input.note },
      facts: [{ name: 'PartnersWereSought', noun: 'question' as const, nounId: question.id }],
    };
  },
  save: async ({ tx, actor, now }, { question: { id, reference }, note }) => {
    if (actor.kind !== 'person') throw new Error('a visitor seeks no partners');
    await tx.questionInterest.upsert({
      where: { questionId_personId: { questionId: id, personId: actor.id } },
      create: {
        questionId: id,
        personId: actor.id,
        seekingPartnersSince: now,
        partnerNote: note,
        watchingSince: now,
      },
      update: { seekingPartnersSince: now, partnerNote: note },
    });
    return { reference };
  },
});
