import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { addDays } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';

interface LineOver {
  recordedById: string;
  organisationId: string;
  pounds: number;
  strand?: string;
  level?: string;
  intervention?: string;
  areas?: string[];
  activities?: number;
  base?: string;
  ringFenced?: boolean;
  secure?: boolean;
  overseas?: boolean;
  conditional?: boolean;
  estimate?: boolean;
  startsOn?: Date;
  statedOn?: Date;
  /** In pence. */
  actual?: bigint;
  supersedesId?: string;
  recordedAt?: Date;
}

const idOf = async (
  scheme: 'strand' | 'level' | 'interventionType' | 'threatArea',
  slug: string | undefined,
) =>
  slug === undefined
    ? null
    : (await database().term.findUniqueOrThrow({ where: { scheme_slug: { scheme, slug } } })).id;

/** A line of the field's own spending, firm and planned, unless told otherwise. */
export async function makeLine({
  pounds,
  areas = [],
  conditional = false,
  secure = false,
  ...over
}: LineOver) {
  const { strand, level, intervention, ...said } = over;
  const id = newId();
  const startsOn = over.startsOn ?? new Date('2025-04-01');
  return database().ledgerLine.create({
    data: {
      ...{ id, reference: newReference(), purpose: `Line ${id.slice(-6)}`, base: 'Front-line spend' },
      ...{
        certainty: conditional ? 'conditional' : 'firm',
        condition: conditional ? 'If it is approved' : '',
      },
      ...{
        ringFenced: false,
        estimate: false,
        statedOn: new Date('2025-03-31'),
        source: 'Return 7',
        ...said,
      },
      ...{ planned: BigInt(pounds) * 100n, startsOn, endsOn: addDays(startsOn, 364) },
      recordedAt: over.recordedAt ?? new Date(),
      ...(secure ? { secureFrom: 2025, secureUntil: 2027 } : {}),
      strandId: await idOf('strand', strand),
      levelId: await idOf('level', level),
      interventionId: await idOf('interventionType', intervention),
      areas: {
        create: await Promise.all(
          areas.map(async (slug) => ({ termId: (await idOf('threatArea', slug)) ?? '' })),
        ),
      },
    },
  });
}
