import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { command } from '../../command.server';
import { notStated } from '../../knowledge/finding';
import { mayUseFinding } from '../../knowledge/finding-policy';
import { loadFinding } from '../../knowledge/finding-standing.server';
import { refuse, refuseField } from '../../refusal';
import { isoDay } from '../../uk-time';
import { signStatement, statementHash } from '../impact/corroboration-statement.server';
import type { StatementContent } from '../impact/statement-content';
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

interface Told {
  reference: string;
  input: ImpactInput;
  finding: string;
  version: { number: number; title: string; authors: { name: string }[] };
  organisation: string;
  now: Date;
}

function statementOf({ reference, input, finding, version, organisation, now }: Told): StatementContent {
  const { decision, decidedOn, effect, evidence } = input;
  return {
    kind: 'soundings-corroboration-statement',
    record: reference,
    finding,
    findingVersion: version.number,
    findingTitle: version.title,
    authors: version.authors.map(({ name }) => name),
    organisation,
    decision,
    decidedOn: isoDay(decidedOn),
    effect,
    evidence,
    issuedAt: now.toISOString(),
  };
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
    const missing = notStated(version);
    if (missing.length > 0)
      return refuse(
        'FindingIsNotStated',
        `This record does not state its ${missing.join(', ')}. They are needed before it can be used.`,
      );
    if (!organisation)
      return refuseField('OrganisationIsNotOwn', 'organisation', 'Choose one of your own organisations');
    if (input.priority && !priority)
      return refuseField('PriorityIsUnknown', 'priority', 'Choose a priority from the list');
    if (input.decidedOn > now)
      return refuseField('DecisionIsAhead', 'decidedOn', 'Enter a day that has been');
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
