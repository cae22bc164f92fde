import type { Db } from '~/platform/db.server';
import { refuseField, type Refusal } from '../refusal';
import { parseReference } from '../reference';
import type { MeasureInput } from './measure-form';
import type { MeasureState } from './measure';
import type { PeriodKind } from './period';

export interface LoadedMeasure {
  id: string;
  reference: string;
  state: MeasureState;
  periodKind: PeriodKind;
  revision: number;
  ownerId: string | null;
  organisationId: string | null;
  reviewOn: Date | null;
  createdById: string;
  versions: { number: number; holdsFrom: Date }[];
}

/** A measure with what its rules ask, its row locked. */
export async function lockedMeasure(tx: Db, reference: string): Promise<LoadedMeasure | null> {
  await tx.$queryRaw`SELECT id FROM measure WHERE reference = ${reference} FOR UPDATE`;
  const row = await tx.measure.findUnique({
    where: { reference },
    select: {
      ...{ id: true, reference: true, state: true, periodKind: true, revision: true },
      ...{ ownerId: true, organisationId: true, reviewOn: true, createdById: true },
      versions: { select: { number: true, holdsFrom: true }, orderBy: { number: 'desc' } },
    },
  });
  return row && { ...row, state: row.state as MeasureState, periodKind: row.periodKind as PeriodKind };
}

export interface ChosenForMeasure {
  about: { priorityId: string | null; termId: string | null; itemId: string | null };
  organisationId: string | null;
  ownerId: string | null;
}

const NOTHING = { priorityId: null, termId: null, itemId: null };

async function aboutOf(tx: Db, choice: string): Promise<ChosenForMeasure['about'] | null> {
  const at = choice.indexOf(':');
  const [kind, key] = [choice.slice(0, at), choice.slice(at + 1)];
  if (kind === 'area') {
    const term = await tx.term.findFirst({ where: { scheme: 'threatArea', slug: key, retiredAt: null } });
    return term && { ...NOTHING, termId: term.id };
  }
  const reference = parseReference(key) ?? '';
  if (kind === 'priority') {
    const priority = await tx.priority.findUnique({ where: { reference } });
    return priority && { ...NOTHING, priorityId: priority.id };
  }
  const item = await tx.frameworkItem.findUnique({ where: { reference } });
  return item && { ...NOTHING, itemId: item.id };
}

/** The ids that a form's choices stand for, or which of them is none. */
export async function chosenForMeasure(tx: Db, input: MeasureInput): Promise<ChosenForMeasure | Refusal> {
  const about = await aboutOf(tx, input.about);
  if (!about) return refuseField('SubjectIsUnknown', 'about', 'Choose one of the list');
  const organisation = input.organisation
    ? await tx.organisation.findFirst({
        where: { reference: input.organisation, closedAt: null, mergedIntoId: null },
      })
    : null;
  if (input.organisation && !organisation)
    return refuseField('OrganisationIsUnknown', 'organisation', 'Choose one of the list');
  const owner = input.owner
    ? await tx.person.findFirst({
        where: {
          reference: input.owner,
          verifiedAt: { not: null },
          suspendedAt: null,
          erasedAt: null,
          mergedIntoId: null,
        },
      })
    : null;
  if (input.owner && !owner) return refuseField('OwnerIsUnknown', 'owner', 'Choose one of the list');
  return { about, organisationId: organisation?.id ?? null, ownerId: owner?.id ?? null };
}

/** What a field alone cannot say. */
export function wrongInMeasure(input: MeasureInput, now: Date): Refusal | null {
  if ((input.baseline === null) !== (input.baselineOn === undefined))
    return refuseField('BaselineIsHalf', 'baselineOn', 'Give the baseline and its period, or neither');
  if (input.reviewOn && input.reviewOn <= now)
    return refuseField('DayHasPassed', 'reviewOn', 'Enter a day in the future');
  return null;
}

export const saidOf = (input: MeasureInput) => {
  const { name, part, unit, wanted, periodKind, baseline, baselineOn, effectMonths, reviewOn } = input;
  return {
    ...{ name, class: input.class, part, unit, wanted, periodKind, baseline, effectMonths },
    ...{ baselineOn: baselineOn ?? null, reviewOn: reviewOn ?? null },
  };
};
