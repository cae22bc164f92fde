import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput, optionalTextInput } from '../../form-inputs';
import type { Pack } from '../pack/pack';
import { referenceInput } from '../../reference-input';
import { isRefusal, refuse, refuseField, type Refusal } from '../../refusal';
import { packFor, redactionSubject } from '../redaction/load-redactions.server';
import { valueAt } from '../redaction/redaction';
import { finderOf } from '../redaction/traces';
import { CLOSED } from './clarify-request.server';

const MOST_PARTS = 200;
const SHORTEST_PASSAGE = 3;

interface Part {
  recordKey: string | null;
  field: string | null;
  passage: string | null;
}

/** Withholds parts of a pack: a whole file, whole records, fields, or exact passages of fields. */
export const withholdParts = command({
  name: 'assurance.withhold-parts',
  input: z.strictObject({
    reference: referenceInput,
    question: referenceInput,
    set: z.string().max(60),
    whole: z.literal('yes').optional(),
    parts: listInput(z.string().max(600)).pipe(
      z.array(z.string()).max(MOST_PARTS, `Choose ${MOST_PARTS} at most`),
    ),
    passages: optionalTextInput(10_000),
    exemption: z.string({ error: 'Choose an exemption' }).min(1, 'Choose an exemption').max(20),
    publicInterest: optionalTextInput(5000),
  }),
  load: async ({ tx, actor, input }) => {
    const about = { request: input.reference, question: input.question };
    const subject = await redactionSubject(tx, actor, about, { locked: true });
    if (!subject) return null;
    const exemption = await tx.exemption.findUnique({ where: { code: input.exemption } });
    const pack =
      subject.verdict.kind === 'allow' ? await packFor({ db: tx, actor, now: actor.asOf, subject }) : null;
    return { ...subject, exemption, pack };
  },
  authorise: (_actor, { verdict }) => verdict,
  subject: ({ request }) => ({ noun: 'informationRequest', nounId: request.id }),
  rules: {
    ReleaseStands: refuse(
      'ReleaseStands',
      'A release was prepared from these redactions. They change once it is returned.',
      { stale: true },
    ),
  },
  decide: ({ input, loaded, actor, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const { request, question, exemption, pack } = loaded;
    if (request.closedAt) return CLOSED;
    if (!exemption) return refuseField('ExemptionIsUnknown', 'exemption', 'Choose an exemption');
    if (!exemption.absolute && input.publicInterest === '')
      return refuseField(
        'PublicInterestIsMissing',
        'publicInterest',
        'This exemption is qualified: say how the public interest was weighed',
      );
    const parts = pack ? partsOf(pack, input) : [];
    if (isRefusal(parts)) return parts;
    const rows = parts.map((part) => ({
      ...{ id: newId(), reference: newReference(), requestId: request.id, questionId: question.id },
      ...{ setName: input.set, ...part, exemptionCode: exemption.code },
      ...{ publicInterest: input.publicInterest, madeById: actor.id },
    }));
    return {
      change: { rows, request: request.reference, question: question.reference },
      facts: [
        {
          name: 'PartsWereWithheld',
          noun: 'informationRequest',
          nounId: request.id,
          data: { questionId: question.id, exemption: exemption.code, parts: rows.length },
        },
      ],
    };
  },
  save: async ({ tx, now }, { rows, request, question }) => {
    await tx.informationRedaction.createMany({ data: rows.map((row) => ({ ...row, madeAt: now })) });
    return { request, question, parts: rows.length };
  },
});

interface Chosen {
  set: string;
  whole?: 'yes' | undefined;
  parts: string[];
  passages: string;
}

/** What was ticked, as places of the pack. A tick is the key of a record, `#` and the way to a field. */
function partsOf({ sets }: Pack, { set: name, whole, parts, passages }: Chosen): Part[] | Refusal {
  const set = sets.find((one) => one.name === name && one.records.length > 0);
  if (!set) return refuse('FileIsUnknown', 'The pack holds no such file now.');
  if (whole) return [{ recordKey: null, field: null, passage: null }];
  if (parts.length === 0) return refuseField('NothingIsChosen', 'parts', 'Choose what is withheld');
  const lines = [...new Set(passages.split('\n').map((line) => line.trim()))].filter(Boolean);
  if (lines.some((line) => line.length < SHORTEST_PASSAGE))
    return refuseField(
      'PassageIsShort',
      'passages',
      `Enter passages of ${SHORTEST_PASSAGE} letters at least`,
    );
  const found: Part[] = [];
  const unused = new Set(lines);
  for (const part of parts) {
    const [recordKey = '', field = ''] = part.split('#');
    const record = set.records.find(({ key }) => key === recordKey);
    const value = record && (field === '' ? record.fields : valueAt(record.fields, field));
    if (value === undefined)
      return refuse('PartIsUnknown', 'One of these is no longer in the pack. Open the page again.', {
        stale: true,
      });
    if (lines.length === 0) found.push({ recordKey, field: field === '' ? null : field, passage: null });
    for (const passage of lines)
      if (field !== '' && typeof value === 'string' && finderOf([{ text: passage }]).hits(value)) {
        unused.delete(passage);
        found.push({ recordKey, field, passage });
      }
  }
  const [missing] = unused;
  return missing === undefined
    ? found
    : refuseField(
        'PassageIsElsewhere',
        'passages',
        `“${missing}” stands in none of the fields that you ticked`,
      );
}
