import { confirmOpening } from '~/domain/bids/commands/confirm-opening.server';
import { agreeQuality } from '~/domain/evaluation/commands/agree-quality.server';
import { appointPanelMember } from '~/domain/evaluation/commands/appoint-panel-member.server';
import { decideInterest } from '~/domain/evaluation/commands/decide-interest.server';
import { confirmRegister } from '~/domain/evaluation/commands/confirm-register.server';
import { declareInterests } from '~/domain/evaluation/commands/declare-interests.server';
import { lookForConflicts } from '~/domain/evaluation/commands/look-for-conflicts.server';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { registerInterest } from '~/domain/evaluation/commands/register-interest.server';
import { recordMeeting } from '~/domain/evaluation/commands/record-meeting.server';
import { ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { bidKey } from './bids';
import { teamOf } from '../content/find-cast';
import type { Play } from '../replay/play';
import { interviewHappenings, requirementHappenings } from './judged-parts';
import { recordAgreement, scoreBid, standing } from './scoring';
import { reached, type Story } from '../story';
import type { Happening } from '../replay/timeline';

type Stage = 'publication' | 'opening' | 'award';

/** The panel from its appointment to its recommendation; days count from closing. */
export function evaluationHappenings(play: Play, story: Story): Happening[] {
  const { evaluators = [], closes = 0, published } = story;
  if (evaluators.length === 0 || !reached(story, 'published')) return [];
  const { moderator } = teamOf(story);
  const happening = (daysAgo: number, what: string, run: Happening['run']): Happening => ({
    daysAgo,
    what: `${story.key}: ${what}`,
    run,
  });
  const by = () => ({ reference: play.question(story.key) });
  const early = Math.max(published - 3, closes + 1, 1);
  const happenings = [
    happening(early, 'panel', () => appointPanel(play, story)),
    happening(early, 'first declarations', () => declareAll(play, story, 'publication')),
  ];
  if (!reached(story, 'opened')) return happenings;
  happenings.push(happening(closes - 4, 'opening', () => open(play, story)));
  if (!reached(story, 'evaluating')) return happenings;
  happenings.push(
    happening(closes - 5, 'declarations at opening', () => declareAll(play, story, 'opening')),
    happening(closes - 6, 'conflicts', () => lookAround(play, story)),
    happening(closes - 6, 'decide interests', () => decideInterests(play, story)),
    ...requirementHappenings(play, story),
    happening(closes - 10, 'scores', () => score(play, story)),
  );
  if (!reached(story, 'agreed')) return happenings;
  return [
    ...happenings,
    happening(closes - 13, 'meeting', () => moderate(play, story)),
    happening(closes - 14, 'quality', () => play.does(moderator.key, agreeQuality, by())),
    ...interviewHappenings(play, story),
    happening(closes - 15, 'recommendation', () => recommendAs(play, story)),
    happening(closes - 16, 'declarations at award', () => declareAll(play, story, 'award')),
  ];
}

async function appointPanel(play: Play, story: Story): Promise<void> {
  const { author, moderator } = teamOf(story);
  const members = [
    { key: moderator.key, role: 'moderator' },
    ...(story.evaluators ?? []).map((key) => ({ key, role: 'evaluator' })),
  ];
  for (const { key, role } of members) await appoint(play, story, author.key, key, role);
}

const appoint = (play: Play, story: Story, by: string, key: string, role: string) =>
  play.does(by, appointPanelMember, {
    reference: play.question(story.key),
    person: play.person(key).reference,
    role,
  });

/** The people named on the question and its panel, without those whom a wall keeps away. */
async function declareAll(play: Play, story: Story, stage: Stage): Promise<void> {
  const { author, owner, budgetHolder, moderator } = teamOf(story);
  const named = [author.key, owner.key, budgetHolder.key];
  const panel = [moderator.key, ...panelOf(story, stage)];
  for (const key of stage === 'opening' ? panel : new Set([...named, ...panel])) await declare(play, story, key, stage);
}

const leaves = (story: Story, key: string): boolean =>
  story.route !== 'funding-call' && (story.interests ?? []).some((one) => one.by === key && one.decision === 'confirm');

const panelOf = (story: Story, stage: Stage): string[] =>
  (story.evaluators ?? []).filter((key) => stage !== 'award' || !leaves(story, key));

async function declare(play: Play, story: Story, key: string, stage: Stage): Promise<void> {
  const interest = stage === 'opening' ? story.interests?.find(({ by }) => by === key) : undefined;
  await play.does(key, declareInterests, {
    reference: play.question(story.key),
    stage,
    hasInterest: interest ? 'yes' : 'no',
    details: interest?.details ?? '',
    about: (interest?.about ?? []).map((person) => play.person(person).reference),
    kinds: interest ? [interest.kind] : [],
  });
}

/** What somebody declares stands in their register before; the moderator looks for what nobody declared. */
async function lookAround(play: Play, story: Story): Promise<void> {
  for (const { by, kind, details, about } of story.interests ?? [])
    for (const key of about) {
      const { name } = await database().person.findUniqueOrThrow({ where: { id: play.person(key).id } });
      await play.does(by, registerInterest, { kind, about: name, note: details });
      await play.does(by, confirmRegister, {});
    }
  await play.does(teamOf(story).moderator.key, lookForConflicts, { reference: play.question(story.key) });
}

/** On a route with two openers the budget holder confirms first, the moderator opens. */
async function open(play: Play, story: Story): Promise<void> {
  const { moderator, budgetHolder } = teamOf(story);
  const reference = play.question(story.key);
  if (story.route === 'competition')
    await play.does(budgetHolder.key, confirmOpening, { reference, capacity: 'budgetHolder' });
  await play.does(moderator.key, confirmOpening, { reference, capacity: 'moderator' });
}

/** Somebody who has to leave the panel is followed by another of the asking team. */
async function decideInterests(play: Play, story: Story): Promise<void> {
  const { owner, author } = teamOf(story);
  for (const { by, decision, reason } of story.interests ?? []) {
    const about = { reference: play.question(story.key), person: play.person(by).reference, stage: 'opening' };
    await play.does(owner.key, decideInterest, { ...about, decision, reason });
    if (!leaves(story, by)) continue;
    await appoint(play, story, owner.key, author.key, 'evaluator');
    await declare(play, story, author.key, 'opening');
  }
}

/** While a question is still in evaluation, one evaluator has scored one bid. */
async function score(play: Play, story: Story): Promise<void> {
  const scorers = (story.evaluators ?? []).filter((key) => !leaves(story, key));
  const partial = !reached(story, 'agreed');
  for (const bid of standing(story).slice(0, partial ? 1 : undefined))
    for (const key of scorers.slice(0, partial ? 1 : undefined)) await scoreBid(play, story, bid, key);
}

async function moderate(play: Play, story: Story): Promise<void> {
  const { moderator } = teamOf(story);
  const heldOn = ukDay(await soundingsNow(database()));
  await play.does(moderator.key, recordMeeting, {
    reference: play.question(story.key),
    heldOn,
    minutes: story.minutes ?? '',
  });
  for (const bid of standing(story)) await recordAgreement(play, story, bid, moderator.key);
}

export async function recommendAs(play: Play, story: Story): Promise<void> {
  const { moderator } = teamOf(story);
  const won = standing(story).filter((bid) => bid.won);
  await play.does(moderator.key, recommend, {
    reference: play.question(story.key),
    bids: won.map((bid) => play.bid(bidKey(story, bid))),
    ...story.recommendation,
    tieReason: '',
  });
}
