import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayKeepTemplates } from '../letters/letter-policy';
import { LETTER_KIND_NAMES, type LetterKind } from '../letters/letter-template';

export interface TemplateVersion {
  kind: LetterKind;
  number: number;
  text: string;
  setAt: Date;
  /** Null for the one that Soundings came with. */
  setBy: string | null;
}

/** Every version of the templates, or of one kind, the latest first. */
export const letterTemplates = query({
  name: 'awards.letter-templates',
  input: z.strictObject({ kind: z.enum(LETTER_KIND_NAMES).optional() }),
  visibleTo: (actor) => isAllowed(mayKeepTemplates(actor)),
  read: async ({ db, scope, input: { kind } }): Promise<TemplateVersion[] | null> =>
    scope
      ? db.$queryRaw<TemplateVersion[]>`
          SELECT t.kind, t.number, t.text, t.set_at AS "setAt", p.name AS "setBy"
          FROM letter_template t LEFT JOIN person p ON p.id = t.set_by_id
          WHERE ${kind ?? null}::text IS NULL OR t.kind = ${kind ?? null}
          ORDER BY array_position(${LETTER_KIND_NAMES}::text[], t.kind), t.number DESC LIMIT 200`
      : null,
});
