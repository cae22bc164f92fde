import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { makeAward } from '../support/factories/awards';
import { bidderOf } from '../support/factories/competitions';
import { makeWall } from '../support/factories/panels';
import { actorFor } from '../support/factories/people';
import type { Person } from '~/domain/actor';
import { questionOpening } from '~/domain/bids/queries/question-opening.server';
import { declarationPage } from '~/domain/evaluation/queries/declaration-page.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ownProgress } from '~/domain/insight/queries/own-progress.server';
import { ownWork } from '~/domain/insight/queries/own-work.server';
import { askers } from '~/domain/notifications/rules/award-notices.server';
import { ask } from '~/domain/query.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { questionFile } from '~/domain/awards/queries/question-file.server';
import { summariesPage } from '~/domain/awards/queries/summaries-page.server';

const store = useDatabase();
let world: Awaited<ReturnType<typeof makeAward>>;
let winner: string;
/** Who has a conflict about the bid that won, and their colleague without one. */
let behind: Record<'owner' | 'moderator', Person>;
const reference = () => ({ reference: world.question.reference });

beforeAll(async () => {
  world = await makeAward({ routeSlug: 'funding-call', state: 'decided' });
  const { panel, question, first } = world;
  for (const { id } of [panel.owner, panel.moderator]) await makeWall(question.id, id, first.id);
  behind = { owner: await actorFor(panel.owner.id), moderator: await actorFor(panel.moderator.id) };
  winner = await bidderOf(first);
});

test('an award is not there before its notice, and to be run by others after it', async () => {
  const see = (actor: Person) => ask(awardPage, actor, { reference: world.award.reference });
  expect(await see(world.panel.author)).toMatchObject({ may: { tellBidders: true } });
  expect(await see(behind.owner)).toBeNull();
  expect(await see(behind.moderator)).toBeNull();
  const noticeAt = (at: Date | null) =>
    store.db.award.update({ where: { id: world.award.id }, data: { noticeAt: at } });
  await noticeAt(new Date());
  expect(await see(behind.owner)).toMatchObject({
    milestones: null,
    contractReference: null,
    may: { withdraw: false, planMilestones: false, signContract: false },
  });
  await noticeAt(null);
});

test('the winning bid is in no list, rank, sum or trail of the evaluation', async () => {
  // Before the notice there is no recommendation to show a ranking with.
  expect(await ask(rankingPage, behind.owner, reference())).toMatchObject({ kind: 'deny' });
  const tell = (noticeAt: Date | null) =>
    store.db.award.update({ where: { id: world.award.id }, data: { noticeAt } });
  await tell(new Date());
  const ranking = await ask(rankingPage, behind.owner, reference());
  expect(ranking).toMatchObject({ rows: [{ reference: world.second.reference, rank: 1 }] });
  const file = await ask(questionFile, behind.owner, reference());
  expect(file).toMatchObject({ awards: [], meetings: [], ranking: [{ rank: 1 }] });
  const summaries = await ask(summariesPage, behind.owner, reference());
  expect(summaries).toMatchObject({ awards: [], summaries: [{ reference: world.second.reference }] });
  const declaring = await ask(declarationPage, behind.moderator, reference());
  for (const view of [ranking, file, summaries, declaring]) {
    expect(view).not.toBeNull();
    expect(JSON.stringify(view)).not.toContain(winner);
    expect(JSON.stringify(view)).not.toContain(world.first.reference);
  }
  const opening = await ask(questionOpening, behind.moderator, reference());
  expect(opening).toMatchObject({ bids: 1 });
  await tell(null);
});

test('the question is told as to people outside the team, in its list of own questions too', async () => {
  const { panel } = world;
  expect(await ask(questionPage, panel.author, reference())).toMatchObject({ state: 'decided' });
  expect(await ask(questionPage, behind.owner, reference())).toMatchObject({ state: 'inEvaluation' });
  const own = JSON.stringify(await ask(ownProgress, behind.owner, {}));
  expect(own).toContain(world.question.reference);
  expect(own).not.toContain('"decided"');
  expect(JSON.stringify(await ask(ownProgress, panel.author, {}))).toContain('"decided"');
});

test('nobody behind it is sent a notice of the award, or a task', async () => {
  const { question, first, second, panel } = world;
  const told = await askers(store.db, question.id, first.id);
  expect(told).toContain(panel.author.id);
  expect(told).not.toContain(panel.owner.id);
  expect(await askers(store.db, question.id, second.id)).toContain(panel.owner.id);
  const tasks = async (actor: Person) => (await ask(ownWork, actor, {}))?.tasks.map(({ kind }) => kind);
  expect(await tasks(behind.owner)).not.toContain('reviewDeliverable');
});
