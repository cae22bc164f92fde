import { addAddendum } from '~/domain/questions/commands/add-addendum.server';
import { answerClarification } from '~/domain/questions/commands/answer-clarification.server';
import { askClarification } from '~/domain/questions/commands/ask-clarification.server';
import { declineClarification } from '~/domain/questions/commands/decline-clarification.server';
import { inviteExpert } from '~/domain/questions/commands/invite-expert.server';
import { inviteOrganisation } from '~/domain/questions/commands/invite-organisation.server';
import { releaseQuestion } from '~/domain/questions/commands/release-question.server';
import { seekPartners } from '~/domain/questions/commands/seek-partners.server';
import { signalInterest } from '~/domain/questions/commands/signal-interest.server';
import { watchQuestion } from '~/domain/questions/commands/watch-question.server';
import { database } from '~/platform/db.server';
import { teamOf } from '../content/find-cast';
import type { Play } from '../replay/play';
import type { Clarification, Story } from '../story';
import type { Happening } from '../replay/timeline';

/** What people do about a question while it is open: invitations, interest, clarifications, addenda, release. */
export function followingHappenings(play: Play, story: Story): Happening[] {
  const { author, owner } = teamOf(story);
  const by = () => ({ reference: play.question(story.key) });
  const soon = (days: number) => Math.max(story.published - days, (story.closes ?? 0) + 1, 1);
  const happening = (daysAgo: number, what: string, run: Happening['run']): Happening => ({
    daysAgo,
    what: `${story.key}: ${what}`,
    run,
  });
  const { people = [], organisations = [] } = story.invites ?? {};
  return [
    ...people.map((key) =>
      happening(soon(1), `invite ${key}`, () =>
        play.does(author.key, inviteExpert, {
          ...by(),
          person: play.person(key).reference,
          reason: 'Your published work is close to this question.',
        }),
      ),
    ),
    ...organisations.map((key) =>
      happening(soon(1), `invite ${key}`, () =>
        play.does(author.key, inviteOrganisation, { ...by(), organisation: play.organisation(key).reference }),
      ),
    ),
    ...(story.interested ?? []).map((key) =>
      happening(soon(2), `${key} is interested`, () => play.does(key, signalInterest, by())),
    ),
    ...(story.watching ?? []).map((key) =>
      happening(soon(2), `${key} watches`, () => play.does(key, watchQuestion, by())),
    ),
    ...(story.seeking ?? []).map(([key, note]) =>
      happening(soon(3), `${key} looks for partners`, () => play.does(key, seekPartners, { ...by(), note })),
    ),
    ...(story.clarifications ?? []).flatMap((one, index) => clarificationHappenings(play, story, one, index)),
    ...(story.addenda ?? []).map(({ daysAgo, text }) =>
      happening(daysAgo, 'addendum', () => play.does(author.key, addAddendum, { ...by(), text })),
    ),
    ...(story.released
      ? [
          happening(story.released.daysAgo, 'release', () =>
            play.does(owner.key, releaseQuestion, { ...by(), reason: story.released?.reason }),
          ),
        ]
      : []),
  ];
}

function clarificationHappenings(play: Play, story: Story, one: Clarification, index: number): Happening[] {
  const { author } = teamOf(story);
  const asked = Math.max(story.published - 3 - index, 2);
  const settled = Math.max(asked - 4, 1);
  const ask = () => play.does(one.by, askClarification, { reference: play.question(story.key), asked: one.asked });
  const settle = async () => {
    const reference = await clarificationOf(play, story, one);
    if (one.declined)
      return play.does(author.key, declineClarification, { reference, reason: one.declined });
    const { published: publishedText = one.asked, answer } = one;
    return play.does(author.key, answerClarification, { reference, publishedText, answer });
  };
  const happenings = [{ daysAgo: asked, what: `${story.key}: ${one.by} asks`, run: ask }];
  if (!one.answer && !one.declined) return happenings;
  return [...happenings, { daysAgo: settled, what: `${story.key}: answer ${one.by}`, run: settle }];
}

async function clarificationOf(play: Play, story: Story, { by, asked }: Clarification): Promise<string> {
  const where = { question: { reference: play.question(story.key) }, askerId: play.person(by).id, asked };
  return (await database().clarification.findFirstOrThrow({ where, select: { reference: true } })).reference;
}
