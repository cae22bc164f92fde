import { database, type Db } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { newId } from '~/platform/ids.server';
import type { Reaction, SealedFact } from '../reactions.server';
import { pages } from './addresses';
import type { NoticeRule, Told } from './notice-rule.server';

/** Longer subjects are cut off by many mail programs anyway. */
const MOST_SUBJECT = 200;

/** The reaction that writes notices and their letters. A unique row a person, fact and kind makes it idempotent. */
export function notifying(rules: readonly NoticeRule[]): Reaction {
  return {
    name: 'notify',
    to: new Set(rules.map(({ fact }) => fact)),
    react: async (fact) => {
      for (const rule of rules.filter((candidate) => candidate.fact === fact.name)) {
        const told = await rule.tell({ db: database(), fact });
        if (told) await database().$transaction((tx) => write(tx, fact, rule.kind, onOneLine(told)));
      }
    },
  };
}

/** A subject is a header of the letter, and titles are what people typed. */
const onOneLine = (told: Told): Told => ({
  ...told,
  subject: told.subject.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_SUBJECT),
});

async function write(tx: Db, fact: SealedFact, kind: string, told: Told): Promise<void> {
  const personIds = [...new Set(told.personIds)].filter(
    (id) => told.actorToo === true || id !== fact.actorId,
  );
  for (const personId of personIds) {
    const noticeId = newId();
    const added = await tx.$executeRaw`
      INSERT INTO notice (id, person_id, fact_id, kind, subject, body, path, created_at)
      SELECT ${noticeId}::uuid, p.id, ${fact.id}::uuid, ${kind}, ${told.subject}, ${told.body}, ${told.path}, soundings.now()
      FROM person p WHERE p.id = ${personId}::uuid AND p.suspended_at IS NULL AND p.erased_at IS NULL
      ON CONFLICT (person_id, fact_id, kind) DO NOTHING`;
    if (added === 1 && !told.inboxOnly) await writeLetter(tx, noticeId, told);
  }
}

async function writeLetter(tx: Db, noticeId: string, told: Told): Promise<void> {
  const at = (path: string) => `${env.SOUNDINGS_BASE_URL}${path}`;
  const text = `${told.body}\n\n${at(told.path)}\n\nSoundings\n\nYou can stop these letters here: ${at(pages.noticeSettings())}\n`;
  await tx.$executeRaw`
    INSERT INTO mail (id, notice_id, purpose, to_address, subject, text, queued_at)
    SELECT ${newId()}::uuid, n.id, 'notice', e.address, n.subject, ${text}, clock_timestamp()
    FROM notice n
    JOIN person p ON p.id = n.person_id AND p.notices_by_mail
    JOIN person_email e ON e.person_id = p.id AND e."primary" AND e.verified_at IS NOT NULL
    WHERE n.id = ${noticeId}::uuid`;
}
