import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { command } from '../../command.server';
import { notStated } from '../../knowledge/finding';
import { mayUseFinding } from '../../knowledge/finding-policy';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { refuse, refuseField, type Refusal } from '../../refusal';
import { signStatement, statementHash } from '../impact/corroboration-statement.server';
import { statementOf } from '../impact/statement-of';
import { impactInput, type ImpactInput } from '../impact/impact-form';

async function loadForImpact(tx: Db, actor: Actor, input: ImpactInput) {
  const finding = await loadFinding(tx, input.reference);
  const version = finding?.versions.find(({ number }) => number === finding.currentNumber);
  if (!finding || actor.kind !== 'person') return null;
  const own = [...actor.organisationIds, ...actor.teams.map(({ organisationId }) => organisationId)];
  const organisation = await tx.organisation.findFirst({
    where: { reference: input.organisation, id: { in: own } },
    select: { id: true, name: true },
  });
  const priority = input.priority
    ? await tx.priority.findUnique({ where: { reference: input.priority }, select: { id: true } })
    : null;
  return { finding, version, organisation, priority };
}

const ORGANISATION_IS_NOT_OWN = refuseField(
  'OrganisationIsNotOwn',
  'organisation',
  'Choose one of your own organisations',
);

interface Judged {
  input: ImpactInput;
  version: { keyMessages: string; limits: string; licence: string };
  organisation: object | null;
  priority: object | null;
  now: Date;
}

/** What stands against recording it, if anything. */
function whyNot({ input, version, organisation, priority, now }: Judged): Refusal | null {
  const missing = notStated(version);
  if (missing.length > 0)
    return refuse(
      'FindingIsNotStated',
      `This record does not state its ${missing.join(', ')}. They are needed before it can be used.`,
    );
  if (!organisation) return ORGANISATION_IS_NOT_OWN;
  if (input.priority && !priority)
    return refuseField('PriorityIsUnknown', 'priority', 'Choose a priority from the list');
  if (input.decidedOn > now) return refuseField('DecisionIsAhead', 'decidedOn', 'Enter a day that has been');
  return null;
}

/** Somebody records a decision that a finding informed; the statement for its authors is signed at once. */
export const recordImpact = command({
  name: 'ratings.record-impact',
  input: z.strictObject(impactInput),
  load: ({ tx, actor, input }) => loadForImpact(tx, actor, input),
  authorise: (actor, { finding }) => mayUseFinding(actor, finding.standing),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({
    input,
    loaded: { finding, version, organisation, priority },
    actor,
    now,
    newId,
    newReference,
  }) => {
    if (actor.kind !== 'person' || !version) throw new Error('authorised above');
    const wrong = whyNot({ input, version, organisation, priority, now });
    if (wrong || !organisation) return wrong ?? ORGANISATION_IS_NOT_OWN;
    const [id, reference] = [newId(), newReference()];
    const { decision, decidedOn, effect, evidence, evidenceAddress } = input;
    const row = {
      id,
      reference,
      decision,
      decidedOn,
      effect,
      evidence,
      evidenceAddress: evidenceAddress || null,
    };
    const about = { findingId: finding.id, findingNumber: version.number, priorityId: priority?.id ?? null };
    const by = { organisationId: organisation.id, recordedById: actor.id, invented: actor.demonstration };
    const content = statementOf({
      reference,
      input,
      finding: finding.reference,
      version,
      organisation: organisation.name,
      now,
    });
    return {
      change: { row: { ...row, ...about, ...by }, content },
      facts: [
        {
          name: 'ImpactWasRecorded',
          noun: 'impactRecord',
          nounId: id,
          data: { findingId: finding.id, number: version.number, organisationId: organisation.id },
        },
      ],
    };
  },
  save: async ({ tx, now }, { row, content }) => {
    const { signature, keyId } = signStatement(content);
    await tx.impactRecord.create({
      data: {
        ...row,
        recordedAt: now,
        statement: content,
        statementHash: statementHash(content),
        statementSignature: signature,
        statementKeyId: keyId,
        statementIssuedAt: now,
      },
    });
    return { reference: row.reference };
  },
});
