import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../actor';
import { decryptForPerson } from '../person-key.server';
import { namesActor, type Level } from './fact-audience';
import { factWords } from './fact-words';

export interface FactRow {
  id: string;
  name: string;
  noun: string;
  at: Date;
  actorName: string | null;
  data: Record<string, unknown>;
  aboutId: string | null;
  ciphertext: Uint8Array | null;
}

export interface FactLine {
  id: string;
  what: string;
  name: string;
  noun: string;
  at: Date;
  /** Null where nobody acted, or where who acted is not for this reader. */
  by: string | null;
  /** Identifiers, numbers and states; the auditor's alone. */
  data: string | null;
  /** What was said, for its own person and the auditor; null when there is none, or it was erased. */
  said: string | null;
}

/** Facts in words, each at the level that its reader has. */
export async function linesOf(db: Db, actor: Actor, level: Level, rows: FactRow[]): Promise<FactLine[]> {
  const lines: FactLine[] = [];
  for (const row of rows) {
    const entitled = level === 'auditor' || (isPerson(actor) && row.aboutId === actor.id);
    lines.push({
      id: row.id,
      what: factWords(row.name),
      name: row.name,
      noun: row.noun,
      at: row.at,
      by: namesActor(level, row.name) ? row.actorName : null,
      data: level === 'auditor' && Object.keys(row.data).length > 0 ? JSON.stringify(row.data) : null,
      said: entitled ? await said(db, row) : null,
    });
  }
  return lines;
}

async function said(db: Db, { aboutId, ciphertext }: FactRow): Promise<string | null> {
  if (!aboutId || !ciphertext) return null;
  const text = await decryptForPerson(db, aboutId, ciphertext);
  if (!text) return 'What was said has been erased.';
  return Object.values(text).filter(Boolean).join('\n') || null;
}
