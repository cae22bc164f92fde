import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import type { Competition } from '../../evaluation/competition';
import { competitionFor } from '../../evaluation/load-competition.server';
import { type PackForPolicy } from '../assurance-policy';
import { collectPack } from './collect-pack.server';
import { filesOf, writeArchive, type WrittenPack } from './write-pack.server';

/** The question with whoever had a part in it, for the rules of who makes a pack. */
export async function packSubject(
  db: Db,
  reference: string,
): Promise<(PackForPolicy & { competition: Competition }) | null> {
  const competition = await competitionFor(db, reference);
  if (!competition) return null;
  const { question } = competition;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM soundings.involved_in(${question.id}::uuid)`;
  return { competition, question, involved: rows.map(({ id }) => id) };
}

interface Making {
  db: Db;
  actor: Actor;
  madeBy: string;
  now: Date;
  competition: Competition;
}

/** The whole pack of a question, signed. */
export async function wholePack({ madeBy, ...about }: Making): Promise<WrittenPack> {
  const { question } = about.competition;
  const pack = await collectPack(about);
  const heading = { title: question.title, madeAt: about.now.toISOString(), madeBy, redacted: false };
  const { title: _title, ...said } = heading;
  return writeArchive(filesOf(pack, heading), { question: question.reference, ...said });
}
