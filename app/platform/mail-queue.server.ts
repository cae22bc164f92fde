import type { Db } from './db.server';
import { newId } from './ids.server';

export interface Letter {
  purpose: string;
  toAddress: string;
  subject: string;
  text: string;
}

/** Puts a letter in the queue, in the transaction of what it tells; the jobs process sends it. */
export async function queueMail(tx: Db, letter: Letter): Promise<void> {
  await tx.$executeRaw`INSERT INTO mail (id, purpose, to_address, subject, text, queued_at)
    VALUES (${newId()}::uuid, ${letter.purpose}, ${letter.toAddress}, ${letter.subject}, ${letter.text}, clock_timestamp())`;
}
