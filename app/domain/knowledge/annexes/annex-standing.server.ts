import type { Db } from '~/platform/db.server';
import { isWalledFromQuestion, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { mayRun, maySee } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { keepsFiles } from '../file-access/file-policy';
import { loadFiles } from '../file-access/files-standing.server';
import { maySeeFinding } from '../finding-policy';
import type { AnnexStanding } from './annex-policy';

export const ANNEX_NOUNS = ['finding', 'question'] as const;
export type AnnexNoun = (typeof ANNEX_NOUNS)[number];

type Beside = Pick<AnnexStanding, 'sees' | 'owns' | 'walled' | 'published'>;

interface Thing {
  noun: AnnexNoun;
  id: string;
  reference: string;
  title: string;
  beside: Beside;
}

/** Those who keep the files of a finding own its annex; of a question, those who run it. */
async function thingOf(db: Db, actor: Actor, noun: AnnexNoun, reference: string): Promise<Thing | null> {
  if (noun === 'question') {
    const question = await questionForPolicy(db, reference);
    if (!question) return null;
    const { id, title } = question;
    const beside: Beside = {
      sees: (actor) => isAllowed(maySee(actor, question)),
      owns: (actor) => isAllowed(mayRun(actor, question)),
      walled: (actor) => isWalledFromQuestion(actor, id),
      published: question.publishedAt !== null,
    };
    return { noun, id, reference, title, beside };
  }
  const loaded = await loadFiles(db, reference, actor);
  if (!loaded) return null;
  const { finding, files } = loaded;
  const beside: Beside = {
    sees: (actor) => isAllowed(maySeeFinding(actor, finding.standing)) && finding.retractedAt === null,
    owns: (actor) => keepsFiles(actor, files),
    walled: () => false,
    published: finding.publishedAt !== null,
  };
  return { noun, id: finding.id, reference, title: finding.latest.title, beside };
}

const READERS = {
  readers: { where: { removedAt: null }, select: { id: true, personId: true, teamId: true } },
} as const;

/** A finding or question with its annex, if it has one, and what decides about it. */
export async function loadAnnex(db: Db, actor: Actor, noun: AnnexNoun, reference: string) {
  const thing = await thingOf(db, actor, noun, reference);
  if (!thing) return null;
  const where = noun === 'finding' ? { findingId: thing.id } : { questionId: thing.id };
  const row = await db.annex.findUnique({ where, include: READERS });
  const ids = (key: 'personId' | 'teamId') => row?.readers.flatMap((reader) => reader[key] ?? []) ?? [];
  const standing: AnnexStanding = {
    ...thing.beside,
    missing: row === null,
    announced: row?.announced ?? false,
    readerIds: ids('personId'),
    readerTeamIds: ids('teamId'),
  };
  return { ...thing, row, standing };
}
export type LoadedAnnex = NonNullable<Awaited<ReturnType<typeof loadAnnex>>>;

/** The same for a command: what the annex stands beside is locked, so that two writers wait for each other. */
export async function lockedAnnex(tx: Db, actor: Actor, noun: AnnexNoun, reference: string) {
  if (noun === 'finding')
    await tx.$queryRaw`SELECT id FROM finding WHERE reference = ${reference} FOR UPDATE`;
  else await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR UPDATE`;
  return loadAnnex(tx, actor, noun, reference);
}

export async function annexById(db: Db, actor: Actor, id: string) {
  const row = await db.annex.findUnique({
    where: { id },
    select: { finding: { select: { reference: true } }, question: { select: { reference: true } } },
  });
  if (row?.finding) return loadAnnex(db, actor, 'finding', row.finding.reference);
  return row?.question ? loadAnnex(db, actor, 'question', row.question.reference) : null;
}
