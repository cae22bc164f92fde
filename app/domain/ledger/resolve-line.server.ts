import type { Db } from '~/platform/db.server';
import { parseReference } from '../reference';
import { refuseField, type Refusal } from '../refusal';
import type { LineInput } from './line-form';

type Scheme = 'strand' | 'level' | 'interventionType' | 'threatArea';

/** Organisations and terms by what a form or a file may call them: slug, reference or name. */
export interface Names {
  organisation: (called: string) => string | undefined;
  term: (scheme: Scheme, called: string) => string | undefined;
}

/** Read once for a whole file. */
export async function loadNames(tx: Db): Promise<Names> {
  const organisations = await tx.organisation.findMany({
    where: { closedAt: null, mergedIntoId: null },
    select: { id: true, slug: true, reference: true, name: true },
    orderBy: { id: 'desc' },
  });
  const schemes: Scheme[] = ['strand', 'level', 'interventionType', 'threatArea'];
  const terms = await tx.term.findMany({
    where: { scheme: { in: schemes }, retiredAt: null },
    select: { id: true, scheme: true, slug: true, name: true },
  });
  const ids = new Map(
    organisations.flatMap(({ id, slug, reference, name }) =>
      [slug, reference, name.toLowerCase()].map((key): [string, string] => [key, id]),
    ),
  );
  const termIds = new Map(
    terms.flatMap(({ id, scheme, slug, name }) =>
      [slug, name.toLowerCase()].map((key): [string, string] => [`${scheme}:${key}`, id]),
    ),
  );
  return {
    organisation: (called) =>
      ids.get(called) ?? ids.get(parseReference(called) ?? '') ?? ids.get(called.toLowerCase()),
    term: (scheme, called) => termIds.get(`${scheme}:${called.toLowerCase()}`),
  };
}

export interface ResolvedLine {
  organisationId: string;
  strandId: string | null;
  levelId: string | null;
  interventionId: string | null;
  areas: string[];
}

/** The ids that a line's words stand for, or which word stands for nothing. */
export function resolveLine(names: Names, line: LineInput): ResolvedLine | Refusal {
  const organisationId = names.organisation(line.organisation);
  if (!organisationId)
    return refuseField('FunderIsUnknown', 'organisation', `No organisation is called “${line.organisation}”`);
  const unknown = (field: string, called: string) =>
    refuseField('TermIsUnknown', field, `Nothing is called “${called}”`);
  const one = (scheme: Scheme, called: string) => (called === '' ? null : names.term(scheme, called));
  const [strandId, levelId, interventionId] = [
    one('strand', line.strand),
    one('level', line.level),
    one('interventionType', line.intervention),
  ];
  if (strandId === undefined) return unknown('strand', line.strand);
  if (levelId === undefined) return unknown('level', line.level);
  if (interventionId === undefined) return unknown('intervention', line.intervention);
  const areas: string[] = [];
  for (const called of new Set(line.areas)) {
    const id = names.term('threatArea', called);
    if (!id) return unknown('areas', called);
    areas.push(id);
  }
  return { organisationId, strandId, levelId, interventionId, areas: [...new Set(areas)] };
}

const big = (pence: number | null): bigint | null => (pence === null ? null : BigInt(pence));

export const saidOf = (line: LineInput) => {
  const { purpose, certainty, condition, secureFrom, secureUntil, startsOn, endsOn, base, statedOn } = line;
  return {
    ...{ purpose, certainty, condition, secureFrom, secureUntil, startsOn, endsOn, base, statedOn },
    ...{
      planned: big(line.planned),
      actual: big(line.actual),
      source: line.source,
      activities: line.activities,
    },
    ...{ ringFenced: line.ringFenced ?? false, estimate: line.estimate ?? false },
    overseas: line.overseas === '' ? null : line.overseas === 'yes',
  };
};
