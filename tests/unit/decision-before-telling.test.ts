import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { makeEvaluated } from '../support/factories/awards';
import { makeExpert } from '../support/factories/bids';
import { makeWall } from '../support/factories/panels';
import { actorFor } from '../support/factories/people';
import { done } from '../support/outcome';
import type { Actor } from '~/domain/actor';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { ownBids } from '~/domain/bids/queries/own-bids.server';
import { run } from '~/domain/command.server';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { questionStanding } from '~/domain/insight/queries/question-standing.server';
import { ask } from '~/domain/query.server';
import { questionList } from '~/domain/questions/queries/question-list.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { openContracting } from '~/domain/awards/opencontracting/open-contracting.server';
import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { sendSummaries } from '~/domain/awards/commands/send-summaries.server';

useDatabase();

test.each(['noneSuitable', 'cancelled'] as const)(
  'that nothing is awarded (%s) is the team’s alone until its bidders are told',
  async (outcome) => {
    const { question, panel, first } = await makeEvaluated();
    const { reference } = question;
    const walledId = question.asking.budgetHolderId;
    await makeWall(question.id, walledId);
    const [outsider, bidder, walled] = [
      await makeExpert(),
      await actorFor(first.leadId),
      await actorFor(walledId),
    ];
    const before = await seenBy(outsider, reference);
    done(
      await run(recommend, panel.moderator, {
        ...{ reference, outcome, bids: [], text: 'None answers it.', tieReason: '' },
      }),
    );
    done(await run(approveRecommendation, panel.owner, { reference }));
    const page = async (actor: Actor) => {
      const seen = await ask(questionPage, actor, { reference });
      return [seen?.state, seen?.outcome, seen?.outcomeReason];
    };
    const untold = ['inEvaluation', null, null];
    const told = ['decided', outcome, 'None answers it.'];
    expect(await page(panel.owner)).toEqual(told);
    expect([await page(outsider), await page(bidder), await page(walled)]).toEqual([untold, untold, untold]);
    expect(await seenBy(outsider, reference)).toEqual(before);
    expect(await bidState(bidder, first.reference)).toEqual(['inEvaluation', 'inEvaluation']);

    done(await run(sendSummaries, panel.author, { reference }));
    expect([await page(outsider), await page(bidder), await page(walled)]).toEqual([told, told, told]);
    expect(await seenBy(outsider, reference)).not.toEqual(before);
    expect(await bidState(bidder, first.reference)).toEqual(['notAwarded', 'notAwarded']);
  },
);

/** Everything else by which somebody outside might learn of a decision. */
async function seenBy(actor: Actor, reference: string) {
  const listed = async (state: 'asked' | 'decided') =>
    (await ask(questionList, actor, { state: [state] }))?.questions.length;
  const notice = await ask(openContracting, actor, { reference });
  return {
    asked: await listed('asked'),
    decided: await listed('decided'),
    outcome: notice?.process.outcome,
    odds: await ask(questionStanding, actor, { reference }),
  };
}

async function bidState(actor: Actor, reference: string) {
  const own = await ask(ownBids, actor, {});
  return [
    (await ask(bidPage, actor, { reference }))?.state,
    own?.bids.find((one) => one.reference === reference)?.state,
  ];
}
