import { reuseFinding } from '~/domain/knowledge/commands/reuse-finding.server';
import { answerSponsorship } from '~/domain/questions/commands/answer-sponsorship.server';
import { requestSponsorship } from '~/domain/questions/commands/request-sponsorship.server';
import { startQuestion } from '~/domain/questions/commands/start-question.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { database } from '~/platform/db.server';
import { JOININGS, type JoiningStory } from '../content/joinings';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** Drafts give way: to another team's question, which theirs then sponsors, or to a finding that answers them. */
export const joiningHappenings = (play: Play): Happening[] =>
  JOININGS.flatMap((story) => {
    let draft = '';
    let sponsorship = '';
    const { by, title, drafted, joins, reuses } = story;
    const start = async () => {
      draft = await startDraft(play, story);
    };
    const on = (daysAgo: number, what: string, run: Happening['run']) => [{ daysAgo, what: `“${title}”: ${what}`, run }];
    const ask = async () => {
      sponsorship = await askToJoin(play, story, draft);
    };
    const { accepted } = joins ?? {};
    const accept = (who: string) => () => play.does(who, answerSponsorship, { reference: sponsorship, answer: 'accept' });
    return [
      ...on(drafted, 'start', start),
      ...(joins ? on(joins.asked, 'ask to join', ask) : []),
      ...(accepted ? on(accepted.daysAgo, 'accept', accept(accepted.by)) : []),
      ...(reuses
        ? on(reuses.daysAgo, 'reuse', () => play.does(by, reuseFinding, { reference: draft, finding: play.finding(reuses.finding) }))
        : []),
    ];
  });

async function startDraft(play: Play, { by, team, title, route, threats, strands, priorities }: JoiningStory): Promise<string> {
  const { reference } = await play.does(by, startQuestion, {
    ...{ title, route, threats, strands, enablers: [], team: play.team(team).reference },
    priorities: priorities.map(play.priority),
  });
  // No command makes a question invented: that is a mark of the demonstration.
  await database().question.update({ where: { reference }, data: { invented: true } });
  return reference;
}

async function askToJoin(play: Play, { by, joins }: JoiningStory, draft: string): Promise<string> {
  if (!joins) throw new Error('it joins nothing');
  const { question, neededFor, context, neededIn } = joins;
  const { reference } = await play.does(by, requestSponsorship, {
    ...{ reference: draft, other: play.question(question), neededFor, context },
    neededBy: isoDay(addDays(await todayOfMachine(), neededIn)),
  });
  return reference;
}
