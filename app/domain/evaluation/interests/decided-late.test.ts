import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel } from '../../../../tests/support/factories/panels';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { decideInterest } from '../commands/decide-interest.server';
import { declareInterests } from '../commands/declare-interests.server';

const store = useDatabase();

test('an interest that nobody decided before the decision stays as it was declared, and raises no wall', async () => {
  const question = await makeQuestion({ state: 'closed' });
  const { evaluators, owner } = await makePanel(question, { declared: false, evaluators: 3 });
  await makeBid({ question });
  await openQuestion(question);
  const [one] = evaluators;
  done(
    await run(declareInterests, one, {
      ...{ reference: question.reference, stage: 'opening', about: [] },
      ...{ hasInterest: 'yes', details: 'Married.' },
    }),
  );
  const data = { decidedAt: new Date(), outcome: 'cancelled' as const, outcomeReason: 'No money.' };
  await store.db.question.update({ where: { id: question.id }, data });
  const about = { reference: question.reference, person: one.reference, stage: 'opening', reason: 'Late.' };
  for (const decision of ['confirm', 'dismiss'])
    expect(ending(await run(decideInterest, owner, { ...about, decision }))).toBe('QuestionIsOver');
  expect(await store.db.wall.count({ where: { questionId: question.id } })).toBe(0);
  const declared = await store.db.declaration.findFirstOrThrow({ where: { personId: one.id } });
  expect([declared.decidedAt, declared.confirmed]).toEqual([null, null]);
});
