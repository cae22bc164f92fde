import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { isRefusal, refuse, refuseField, type Refusal } from '../../refusal';
import { stepInput, type StepInput } from '../uptake/step-form';
import { nextStep, UPTAKE_WORDS, type DecisionTaken, type UptakeKind } from '../uptake/uptake';
import { mayRecordStep } from '../uptake/uptake-policy';
import { loadForUptake } from '../uptake/uptake-standing.server';

async function loadForStep(tx: Db, actor: Actor, input: StepInput) {
  const loaded = await loadForUptake(tx, input.reference, actor);
  if (!loaded || !isPerson(actor)) return null;
  const own = [...actor.organisationIds, ...actor.teams.map(({ organisationId }) => organisationId)];
  const findingId = loaded.finding.id;
  const before = input.follows
    ? await tx.uptakeStep.findFirst({ where: { reference: input.follows, findingId, withdrawnAt: null } })
    : null;
  const organisation = await tx.organisation.findFirst({
    where: {
      reference: input.organisation,
      ...(actor.roles.includes('coordinator') ? {} : { id: { in: own } }),
    },
    select: { id: true },
  });
  const impact = input.impactRecord
    ? await tx.impactRecord.findFirst({
        where: { reference: input.impactRecord, findingId, withdrawnAt: null },
        select: { id: true },
      })
    : null;
  return { ...loaded, before, organisation, impact };
}

interface Before {
  kind: UptakeKind;
  taken: DecisionTaken | null;
  happenedOn: Date;
}

/** Which kind of step it is, or why there can be none. The database holds the same order. */
function kindOf(input: StepInput, before: Before | null): UptakeKind | Refusal {
  if (!input.follows) return 'recommendation';
  if (!before) return refuse('StepIsGone', 'The step that it follows is withdrawn.', { stale: true });
  return (
    nextStep(before) ??
    refuse('NothingFollows', 'Nothing follows this. Where it was rejected, record the new decision first.')
  );
}

function fieldsWrong(input: StepInput, kind: UptakeKind, before: Before | null, now: Date): Refusal | null {
  const { happenedOn, taken, evidence } = input;
  if (happenedOn > now) return refuseField('StepIsAhead', 'happenedOn', 'Enter a day that has been');
  if (before && happenedOn < before.happenedOn)
    return refuseField(
      'StepIsTooEarly',
      'happenedOn',
      `Enter a day no earlier than that of the ${before.kind}`,
    );
  if (kind === 'decision' && !taken)
    return refuseField('DecisionIsMissing', 'taken', 'Choose what was decided');
  if (kind === 'outcome' && evidence === '')
    return refuseField('EvidenceIsMissing', 'evidence', 'Say what shows it');
  return null;
}

/** Somebody of a team that uses a finding records the next step towards an outcome. */
export const recordUptakeStep = command({
  name: 'ratings.record-uptake-step',
  input: z.strictObject(stepInput),
  load: ({ tx, actor, input }) => loadForStep(tx, actor, input),
  authorise: (actor, { standing }, input) => mayRecordStep(actor, standing, !input.follows),
  subject: ({ finding }) => ({ noun: 'finding', nounId: finding.id }),
  decide: ({ input, loaded: { finding, before, organisation, impact }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const kind = kindOf(input, before);
    if (isRefusal(kind)) return kind;
    const wrong = fieldsWrong(input, kind, before, now);
    if (wrong) return wrong;
    if (!organisation)
      return refuseField('OrganisationIsNotOwn', 'organisation', 'Choose one of your own organisations');
    if (input.impactRecord && !impact)
      return refuseField('ImpactIsUnknown', 'impactRecord', 'Choose an impact record of this finding');
    const { text, happenedOn, owner } = input;
    const row = {
      ...{
        id: newId(),
        reference: newReference(),
        findingId: finding.id,
        kind,
        followsId: before?.id ?? null,
      },
      ...{ text, happenedOn, owner, organisationId: organisation.id, recordedById: actor.id },
      taken: kind === 'decision' ? (input.taken ?? null) : null,
      evidence: kind === 'outcome' ? input.evidence : '',
      impactRecordId: kind === 'outcome' ? (impact?.id ?? null) : null,
    };
    return {
      change: { row, finding: finding.reference },
      facts: [
        {
          name: 'UptakeStepWasRecorded',
          noun: 'finding',
          nounId: finding.id,
          data: { stepId: row.id, kind, taken: row.taken, organisationId: row.organisationId },
        },
      ],
    };
  },
  save: async ({ tx, now }, { row, finding }) => {
    await tx.uptakeStep.create({ data: { ...row, recordedAt: now } });
    return { finding, says: `${UPTAKE_WORDS[row.kind].name} recorded` };
  },
});
