import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../reactions.server';

export interface Words {
  subject: string;
  /** Plain text; a line per thought. The address of the page is added by the letter. */
  body: string;
  /** The page to go to, as a path of the product. */
  path: string;
}

/** Who is told what when a fact is committed. The one who acted is never told of their own act. */
export interface NoticeRule {
  fact: string;
  /** Names the notice: one a person, fact and kind. */
  kind: string;
  tell: (about: { db: Db; fact: SealedFact }) => Promise<Told | null>;
}

export interface Told extends Words {
  personIds: string[];
  /** Tells the actor too, where the notice is their receipt. */
  actorToo?: boolean;
  /** The command has written its own letter about this: the notice stays in the inbox. */
  inboxOnly?: boolean;
}
