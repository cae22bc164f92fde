import type { Db } from '~/platform/db.server';
import { sameText } from '../same-text';
import { FORMER_MEMBER } from './person';

/**
 * Where the name of a person was copied into what others read: their notices and letters, rankings, who is owed a
 * report of an award, letters not yet sent. What is frozen by law or by a signature stays as it was written.
 */
export async function eraseCopies(tx: Db, personId: string): Promise<void> {
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  await eraseFromNotices(tx, personId, name);
  // As it stands within JSON, without the quotes around it.
  const quoted = JSON.stringify(name).slice(1, -1);
  await tx.$executeRaw`UPDATE recommendation SET ranking = replace(ranking::text, ${quoted}, ${FORMER_MEMBER})::jsonb
    WHERE question_id IN (SELECT question_id FROM bid WHERE lead_id = ${personId}::uuid)
      AND position(${quoted} IN ranking::text) > 0`;
  await tx.$executeRaw`UPDATE obligation SET recipient = replace(recipient, ${name}, ${FORMER_MEMBER})
    WHERE award_id IN (SELECT a.id FROM award a JOIN bid b ON b.id = a.bid_id WHERE b.lead_id = ${personId}::uuid)
      AND position(${name} IN recipient) > 0`;
  await tx.$executeRaw`UPDATE decision_letter SET text = replace(text, ${name}, ${FORMER_MEMBER})
    WHERE sent_at IS NULL AND bid_id IN (SELECT id FROM bid WHERE lead_id = ${personId}::uuid)
      AND position(${name} IN text) > 0`;
}

/**
 * A name of several words that nobody else has is taken out wherever it stands as a whole. One of a single word may
 * be a word of any text, and one that others have may mean them: those are taken out only of what tells of something
 * that this person did, or that was done to them.
 */
async function eraseFromNotices(tx: Db, personId: string, name: string): Promise<void> {
  const whole = `(?<![[:alnum:]])${name.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`)}(?![[:alnum:]])`;
  const others = await tx.person.count({ where: { name: sameText(name), id: { not: personId } } });
  const certain = /\s/.test(name) && others === 0;
  await tx.$executeRaw`
    WITH told AS (
      UPDATE notice n SET subject = regexp_replace(subject, ${whole}, ${FORMER_MEMBER}, 'g'),
        body = regexp_replace(body, ${whole}, ${FORMER_MEMBER}, 'g')
      WHERE position(${name} IN subject || ' ' || body) > 0 AND (${certain} OR EXISTS (
        SELECT FROM fact f WHERE f.id = n.fact_id AND (f.actor_id = ${personId}::uuid
          OR f.noun_id = ${personId}::uuid OR position(${personId} IN f.data::text) > 0)))
      RETURNING id)
    UPDATE mail m SET subject = regexp_replace(subject, ${whole}, ${FORMER_MEMBER}, 'g'),
      text = regexp_replace(text, ${whole}, ${FORMER_MEMBER}, 'g')
    WHERE position(${name} IN subject || ' ' || text) > 0
      AND (${certain} OR notice_id IN (SELECT id FROM told))`;
}
