import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import type { SealedFact } from '~/domain/reactions.server';
import { database } from '~/platform/db.server';

const reaction = notifying(noticeRules);

/** Lets the latest fact of a name about a thing have its effect, as the dispatcher would; returns what was told. */
export async function toldOf(name: string, nounId: string) {
  const fact = await database().fact.findFirstOrThrow({ where: { name, nounId }, orderBy: { id: 'desc' } });
  await reaction.react({ ...fact, position: '1', data: fact.data as SealedFact['data'] });
  const notices = await database().notice.findMany({ where: { factId: fact.id } });
  return {
    people: notices.map(({ personId }) => personId).sort(),
    subjects: [...new Set(notices.map(({ subject }) => subject))],
    paths: [...new Set(notices.map(({ path }) => path))],
  };
}
