import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { mayKeepTemplates } from '../letters/letter-policy';
import { faultIn, LETTER_KIND_NAMES } from '../letters/letter-template';

/** Another version of a template. Letters that were prepared from an earlier one stay as they are. */
export const setLetterTemplate = command({
  name: 'awards.setLetterTemplate',
  input: z.strictObject({
    kind: z.enum(LETTER_KIND_NAMES),
    text: textInput('Enter the text of the letter', 10_000),
  }),
  load: async ({ tx, input: { kind } }) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('letter_template'))::text`;
    return tx.letterTemplate.findFirst({ where: { kind }, orderBy: { number: 'desc' } });
  },
  authorise: mayKeepTemplates,
  decide: ({ input: { kind, text }, loaded: latest, actor, newId }) => {
    const fault = faultIn(kind, text);
    if (fault) return refuseField('FieldIsUnknown', 'text', fault);
    if (text === latest.text) return refuseField('TemplateStands', 'text', 'That is what it says already');
    const id = newId();
    const setById = isPerson(actor) ? actor.id : null;
    return {
      change: { id, kind, text, number: latest.number + 1, setById },
      facts: [
        {
          name: 'LetterTemplateWasSet',
          noun: 'installation',
          nounId: id,
          data: { kind, number: latest.number + 1 },
        },
      ],
    };
  },
  save: async ({ tx, now }, row) => {
    await tx.letterTemplate.create({ data: { ...row, setAt: now } });
    return { kind: row.kind };
  },
});
