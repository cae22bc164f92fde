import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators, unwalled } from '../recipients.server';
import { rulesAbout } from './rule.server';
import { showCount } from '../../words';

const about = rulesAbout(async (db: Db, { nounId }: SealedFact) => {
  const row = await db.followUp.findUnique({
    where: { id: nounId },
    select: {
      ...{ reference: true, ownerId: true, months: true, dueOn: true },
      award: { select: { questionId: true, question: { select: { title: true } } } },
      finding: { select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } } } },
      measure: { select: { name: true } },
    },
  });
  if (!row) return null;
  const title = row.award?.question.title ?? row.finding?.versions[0]?.title ?? row.measure?.name ?? '';
  const clear = (db_: Db, people: string[]) =>
    row.award ? unwalled(db_, row.award.questionId, people) : Promise.resolve(people);
  return { ...row, title, clear };
});

/** What became of it: told on the day to whoever looks, and once to coordinators when nobody did. */
export const followUpNotices = [
  about('FollowUpIsDue', async ({ db, thing }) => ({
    personIds: await thing.clear(db, thing.ownerId ? [thing.ownerId] : await coordinators(db)),
    subject: `What became of it after ${showCount(thing.months, 'month')}: ${thing.title}`,
    body: 'Look whether it had an effect: a figure, something else, or no effect seen.',
    path: pages.followUp(thing.reference),
  })),
  about('FollowUpIsOverdue', async ({ db, thing }) => ({
    personIds: await thing.clear(db, await coordinators(db)),
    subject: `Nobody has looked what became of it: ${thing.title}`,
    body: `The look after ${showCount(thing.months, 'month')} was due on ${showDate(thing.dueOn)}.`,
    path: pages.followUp(thing.reference),
  })),
];
