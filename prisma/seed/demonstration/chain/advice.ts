import { acknowledgeAdvice } from '~/domain/questions/commands/acknowledge-advice.server';
import { decideOnPublication } from '~/domain/questions/commands/decide-on-publication.server';
import { settleRequest } from '~/domain/questions/commands/settle-request.server';
import { submitAdviceAnswer } from '~/domain/questions/commands/submit-advice-answer.server';
import { answerToken } from '~/domain/questions/advice/answer-token.server';
import { writeAdviceAnswer } from '~/domain/questions/commands/write-advice-answer.server';
import { draftFromAdvice } from '~/domain/knowledge/commands/draft-from-advice.server';
import { teamOf } from '../content/find-cast';
import { findingHappenings } from './findings';
import type { Play } from '../replay/play';
import { reached, type AdviceStory, type Story } from '../story';
import type { Happening } from '../replay/timeline';

/** Experts answer, the team acknowledges and asks to publish, and each author decides. */
export function adviceHappenings(play: Play, story: Story): Happening[] {
  const answers = story.advice ?? [];
  const happenings = answers.flatMap((answer) => answerHappenings(play, story, answer));
  if (answers.length === 0 || !reached(story, 'answered')) return happenings;
  const settled = Math.min(...answers.map(({ daysAgo }) => daysAgo)) - 8;
  const { author } = teamOf(story);
  const settle = () => play.does(author.key, settleRequest, { reference: play.question(story.key) });
  return [...happenings, { daysAgo: settled, what: `${story.key}: settle`, run: settle }];
}

function answerHappenings(play: Play, story: Story, answer: AdviceStory): Happening[] {
  const { author } = teamOf(story);
  const about = (what: string) => `${story.key}: ${what} of ${answer.by}`;
  let reference = '';
  const happenings: Happening[] = [
    {
      daysAgo: answer.daysAgo,
      what: about('answer'),
      run: async () => {
        const { body, limits } = answer;
        const asked = { reference: play.question(story.key), seen: answerToken(null) };
        ({ reference } = await play.does(answer.by, writeAdviceAnswer, { ...asked, body, limits }));
        await play.does(answer.by, submitAdviceAnswer, { reference });
      },
    },
  ];
  if (!reached(story, 'answered')) return happenings;
  happenings.push({
    daysAgo: answer.daysAgo - 3,
    what: about('acknowledgement'),
    run: () => play.does(author.key, acknowledgeAdvice, { reference, askToPublish: answer.consent !== undefined }),
  });
  const { consent, finding } = answer;
  if (!consent) return happenings;
  const decision = consent === 'refused' ? 'refuse' : consent;
  happenings.push({
    daysAgo: answer.daysAgo - 6,
    what: about('consent'),
    run: () => play.does(answer.by, decideOnPublication, { reference, decision }),
  });
  if (!finding) return happenings;
  const writer = consent === 'named' ? answer.by : author.key;
  const start = () => play.does(writer, draftFromAdvice, { answer: reference });
  const text = { summary: answer.body, limits: answer.limits };
  return [...happenings, ...findingHappenings(play, { writer, start, finding, text, tags: story })];
}
