import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { mayTellBidders } from '../../evaluation/evaluation-policy';
import { lockedQuestion } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { filled, letterKind, valuesOf } from '../letters/letter-template';
import { letterFacts, templatesNow } from '../letters/load-letters.server';

/** Fills a letter for every assessed bidder from the templates. They are sent with the notice, and read before it. */
export const prepareLetters = command({
  name: 'awards.prepareLetters',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question) return null;
    const untold = await tx.award.count({
      where: { questionId: question.id, withdrawnAt: null, noticeAt: null },
    });
    const unsent = await tx.assessmentSummary.count({
      where: { sentAt: null, bid: { questionId: question.id } },
    });
    const sent = await tx.decisionLetter.findMany({
      where: { bid: { questionId: question.id }, sentAt: { not: null } },
      select: { bidId: true },
      distinct: ['bidId'],
    });
    return {
      question,
      isOpen: untold > 0 || unsent > 0,
      alreadySent: new Set(sent.map(({ bidId }) => bidId)),
      templates: await templatesNow(tx),
      facts: await letterFacts(tx, question.id),
    };
  },
  authorise: (actor, { question }) => mayTellBidders(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ loaded: { question, isOpen, alreadySent, templates, facts }, actor, newId }) => {
    if (!question.decidedAt || !isOpen)
      return refuse('NothingToTell', 'Letters are prepared after the decision and before its notice.');
    const preparedById = isPerson(actor) ? actor.id : '';
    // After a notice only those are written to of whom something new is to be said.
    const due = facts.filter(
      (one) => !alreadySent.has(one.bidId) || ['winner', 'withdrawn'].includes(letterKind(one)),
    );
    const rows = due.map((one) => {
      const template = templates.find(({ kind }) => kind === letterKind(one));
      if (!template) throw new Error('each kind of letter has a template');
      const text = filled(template.text, valuesOf(one));
      return { id: newId(), bidId: one.bidId, templateId: template.id, text, preparedById };
    });
    return {
      change: { reference: question.reference, questionId: question.id, rows },
      facts: [
        {
          name: 'DecisionLettersWerePrepared',
          noun: 'question',
          nounId: question.id,
          data: { letters: rows.length },
        },
      ],
    };
  },
  save: async ({ tx, now }, { reference, questionId, rows }) => {
    await tx.decisionLetter.deleteMany({ where: { sentAt: null, bid: { questionId } } });
    await tx.decisionLetter.createMany({ data: rows.map((row) => ({ ...row, preparedAt: now })) });
    return { reference };
  },
});
