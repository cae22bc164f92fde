import { confirmEligibility } from '~/domain/bids/commands/confirm-eligibility.server';
import { submitExpression } from '~/domain/bids/commands/submit-expression.server';
import { judgeExpression } from '~/domain/evaluation/commands/judge-expression.server';
import { linkNotice } from '~/domain/questions/commands/link-notice.server';
import { proposeExtension } from '~/domain/questions/commands/propose-extension.server';
import { announceSession } from '~/domain/sessions/commands/announce-session.server';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { castMember, teamOf } from '../content/find-cast';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import type { Story } from '../story';

/** What some competitions do while they are open: a first stage, a session, a later closing. */
export function openPartsHappenings(play: Play, story: Story): Happening[] {
  const { expressions, session, extension, notice } = story.parts ?? {};
  const on = (daysAgo: number, what: string, run: Happening['run']): Happening => ({
    daysAgo,
    what: `${story.key}: ${what}`,
    run,
  });
  return [
    notice && on(notice.daysAgo, 'link the notice', () => link(play, story, notice.address)),
    session && on(session.announced, 'announce a session', () => announce(play, story, session)),
    ...(expressions?.sent ?? []).map(([by, names, approach], index) =>
      on((expressions?.closed ?? 0) + 5 - (index % 2), `${by} expresses interest`, () =>
        express(play, story, by, { names, approach }),
      ),
    ),
    ...(expressions?.judged ?? []).map(([by, invited, reason]) =>
      on((expressions?.closed ?? 0) - 1, `judge what ${by} sent`, () =>
        judge(play, story, by, { invited, reason }),
      ),
    ),
    extension && on(extension.daysAgo, 'propose a later closing', () => propose(play, story, extension)),
  ].filter((one): one is Happening => one !== undefined);
}

const today = async (): Promise<Date> => ukDay(await soundingsNow(database()));

async function link(play: Play, story: Story, address: string): Promise<void> {
  const publishedOn = isoDay(await today());
  const reference = play.question(story.key);
  await play.does(teamOf(story).author.key, linkNotice, { reference, kind: 'tender', address, publishedOn });
}

/** Says yes to each condition, for the organisation that the cast gives them. */
export async function sayEligible(play: Play, story: Story, by: string): Promise<void> {
  const conditions = story.parts?.conditions ?? [];
  if (conditions.length === 0) return;
  await play.does(by, confirmEligibility, {
    reference: play.question(story.key),
    organisation: play.organisation(castMember(by).organisation).reference,
    ...Object.fromEntries(conditions.map((_, index) => [`condition${index + 1}`, 'yes'])),
  });
}

async function express(play: Play, story: Story, by: string, said: Record<string, string>): Promise<void> {
  await sayEligible(play, story, by);
  const organisation = play.organisation(castMember(by).organisation).reference;
  await play.does(by, submitExpression, { reference: play.question(story.key), organisation, ...said });
}

async function judge(play: Play, story: Story, by: string, said: Record<string, string>): Promise<void> {
  const { reference } = await database().expression.findFirstOrThrow({
    where: { question: { reference: play.question(story.key) }, personId: play.person(by).id },
  });
  await play.does(teamOf(story).moderator.key, judgeExpression, { reference, ...said });
}

type Session = NonNullable<NonNullable<Story['parts']>['session']>;

async function announce(play: Play, story: Story, { announced, inDays, subject, joining }: Session) {
  await play.does(teamOf(story).author.key, announceSession, {
    ...{ reference: play.question(story.key), subject, joining, time: '14:00', minutes: '60' },
    on: isoDay(addDays(await today(), announced + inDays)),
  });
}

type Extension = NonNullable<NonNullable<Story['parts']>['extension']>;

async function propose(play: Play, story: Story, { by, reason }: Extension): Promise<void> {
  const reference = play.question(story.key);
  const { closesAt } = await database().question.findUniqueOrThrow({ where: { reference } });
  const closesOn = isoDay(addDays(ukDay(closesAt ?? (await today())), by));
  await play.does(teamOf(story).author.key, proposeExtension, {
    reference,
    closesOn,
    closesTime: '17:00',
    reason,
  });
}
