import { run } from '~/domain/command.server';
import { approveQuestion } from '~/domain/questions/commands/approve-question.server';
import { returnQuestion } from '~/domain/questions/commands/return-question.server';
import { startQuestion } from '~/domain/questions/commands/start-question.server';
import { submitForApproval } from '~/domain/questions/commands/submit-for-approval.server';
import { withdrawQuestion } from '~/domain/questions/commands/withdraw-question.server';
import { database } from '~/platform/db.server';
import { teamOf } from '../content/find-cast';
import { finishDraft } from './drafting';
import type { Play } from '../replay/play';
import { reached, type Story } from '../story';
import type { Happening } from '../replay/timeline';

/** From the first sentence to publication, or as far as the story goes. */
export function questionHappenings(play: Play, story: Story): Happening[] {
  const { author, owner } = teamOf(story);
  const about = (what: string) => `${story.key}: ${what}`;
  const happenings: Happening[] = [
    { daysAgo: story.published + 9, what: about('start'), run: () => startDraft(play, story) },
  ];
  if (story.reaches === 'draft') return happenings;
  happenings.push({ daysAgo: story.published + 6, what: about('submit'), run: () => submitDraft(play, story) });
  const by = () => ({ reference: play.question(story.key) });
  if (story.returned) {
    const { returned: reason } = story;
    happenings.push({
      daysAgo: story.published + 4,
      what: about('return'),
      run: () => play.does(owner.key, returnQuestion, { ...by(), reason }),
    });
    if (story.reaches === 'returned') return happenings;
    happenings.push({ daysAgo: story.published + 2, what: about('submit again'), run: () => submitDraft(play, story) });
  }
  if (reached(story, 'published'))
    happenings.push({
      daysAgo: story.published,
      what: about('approve'),
      run: () => play.does(owner.key, approveQuestion, by()),
    });
  if (story.withdrawn) {
    const { daysAgo, reason } = story.withdrawn;
    happenings.push({ daysAgo, what: about('withdraw'), run: () => play.does(author.key, withdrawQuestion, { ...by(), reason }) });
  }
  return happenings;
}

async function startDraft(play: Play, story: Story): Promise<void> {
  const { author } = teamOf(story);
  const { threats, strands, enablers = [] } = story;
  const { reference } = await play.does(author.key, startQuestion, {
    title: story.title,
    route: story.route,
    team: play.team(story.team).reference,
    threats,
    strands,
    enablers,
    priorities: story.priorities.map(play.priority),
  });
  play.questions.set(story.key, reference);
  // No command makes a question invented: that is a mark of the demonstration.
  await database().question.update({ where: { reference }, data: { invented: true } });
  if (story.reaches !== 'draft') await finishDraft(play, story);
}

async function submitDraft(play: Play, story: Story): Promise<void> {
  const { author } = teamOf(story);
  const reference = play.question(story.key);
  const outcome = await run(submitForApproval, await play.as(author.key), { reference });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
}
