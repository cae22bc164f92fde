import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleTo } from '../../knowledge/finding-visibility.server';
import { datasetsVisibleSql } from '../../knowledge/datasets/dataset-visibility.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { impactsVisibleTo } from '../../ratings/impact/impact-visibility.server';
import { referenceInput } from '../../reference-input';
import { checkOf, movesFrom, type MeasureClass, type MeasureState, type Part, type Wanted } from '../measure';
import { mayKeepMeasure, mayReadMeasures, mayValidate } from '../measure-policy';
import type { PeriodKind } from '../period';

const person = { select: { name: true } } as const;
const WITH = {
  priority: { select: { reference: true, name: true, prioritySet: { select: { document: true } } } },
  term: { select: { slug: true, name: true } },
  item: { select: { reference: true, name: true, framework: { select: { document: true } } } },
  organisation: { select: { reference: true, name: true } },
  owner: { select: { reference: true, name: true } },
  createdBy: person,
  versions: { orderBy: { number: 'desc' }, include: { recordedBy: person } },
  values: {
    orderBy: [{ startsOn: 'desc' }, { recordedAt: 'desc' }],
    include: {
      recordedBy: person,
      supersededBy: { select: { reference: true } },
      checks: { include: { by: person }, orderBy: { at: 'asc' } },
    },
  },
} satisfies Prisma.MeasureInclude;

/** One measure: what it counts by which definition, every figure that it ever had, and who looked at each. */
export const measurePage = query({
  name: 'measures.measure',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isAllowed(mayReadMeasures(actor)),
  read: async ({ db, actor, scope, input, now }) => {
    const row = scope ? await db.measure.findUnique({ where: input, include: WITH }) : null;
    if (!row) return null;
    const named = await namesOf(
      db,
      actor,
      row.values.flatMap(({ checks }) => checks),
    );
    const values = row.values.map(({ checks, supersededBy, recordedBy, ...value }) => ({
      ...{ reference: value.reference, version: value.version, startsOn: value.startsOn, value: value.value },
      ...{ source: value.source, confidence: value.confidence, note: value.note },
      ...{
        by: recordedBy.name,
        at: value.recordedAt,
        current: supersededBy === null,
        check: checkOf(checks),
      },
      checks: checks.map((one) => ({ step: one.step, note: one.note, by: one.by.name, ...named(one) })),
      mayValidate:
        supersededBy === null &&
        checkOf(checks) === 'evidenced' &&
        isAllowed(mayValidate(actor, value.recordedById)),
    }));
    const state = row.state as MeasureState;
    const keep = isAllowed(mayKeepMeasure(actor, row));
    return {
      ...{ id: row.id, reference: row.reference, name: row.name, unit: row.unit, invented: row.invented },
      ...{ class: row.class as MeasureClass, part: row.part as Part, wanted: row.wanted as Wanted, state },
      ...{ periodKind: row.periodKind as PeriodKind, baseline: row.baseline, baselineOn: row.baselineOn },
      ...{ effectMonths: row.effectMonths, reviewOn: row.reviewOn, stateReason: row.stateReason },
      ...{ organisation: row.organisation, owner: row.owner, revision: row.revision, by: row.createdBy.name },
      ...{ priority: row.priority, area: row.term, objective: row.item },
      versions: row.versions.map(({ recordedBy, recordedById: _, measureId: __, ...version }) => ({
        ...version,
        by: recordedBy.name,
      })),
      values,
      due: state !== 'retired' && row.reviewOn !== null && row.reviewOn <= now,
      may: { keep: keep && state !== 'retired', moves: keep ? movesFrom(state) : [] },
    };
  },
});

interface Linked {
  findingId: string | null;
  datasetId: string | null;
  impactId: string | null;
  address: string | null;
}
export interface NamedEvidence {
  kind: 'finding' | 'dataset' | 'impact' | 'address' | 'hidden' | 'none';
  reference: string;
  title: string;
}

/** What each piece of evidence is called, where this person may know of it. */
async function namesOf(db: Db, actor: Actor, checks: readonly Linked[]) {
  const ids = (of: (one: Linked) => string | null) => checks.flatMap((one) => of(one) ?? []);
  const findings = await db.finding.findMany({
    where: { AND: [{ id: { in: ids((one) => one.findingId) } }, findingsVisibleTo(actor)] },
    select: {
      id: true,
      reference: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { title: true } },
    },
  });
  const datasets = await db.$queryRaw<{ id: string; reference: string; name: string }[]>`
    SELECT d.id, d.reference, d.name FROM dataset d
    WHERE d.id = ANY(${ids((one) => one.datasetId)}::uuid[]) AND ${datasetsVisibleSql(actor)}`;
  const impacts = await db.impactRecord.findMany({
    where: { AND: [{ id: { in: ids((one) => one.impactId) } }, impactsVisibleTo(actor)] },
    select: { id: true, reference: true, decision: true },
  });
  const known = new Map<string, NamedEvidence>([
    ...findings.map((one): [string, NamedEvidence] => [
      one.id,
      { kind: 'finding', reference: one.reference, title: one.versions[0]?.title ?? '' },
    ]),
    ...datasets.map((one): [string, NamedEvidence] => [
      one.id,
      { kind: 'dataset', reference: one.reference, title: one.name },
    ]),
    ...impacts.map((one): [string, NamedEvidence] => [
      one.id,
      { kind: 'impact', reference: one.reference, title: one.decision },
    ]),
  ]);
  return ({ findingId, datasetId, impactId, address }: Linked): NamedEvidence => {
    if (address) return { kind: 'address', reference: address, title: address };
    const id = findingId ?? datasetId ?? impactId;
    if (id === null) return { kind: 'none', reference: '', title: '' };
    return known.get(id) ?? { kind: 'hidden', reference: '', title: 'Evidence that you cannot open' };
  };
}

export type MeasurePage = NonNullable<Awaited<ReturnType<typeof measurePage.read>>>;
