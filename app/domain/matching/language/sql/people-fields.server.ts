import { Prisma } from '~/platform/generated/prisma/client';
import { CONFIRM_AFTER_DAYS } from '../../../people/expert-profile';
import { addDays, isoDay, ukDay } from '../../../uk-time';
import type { FieldOf } from '../fields';
import {
  isAmong,
  isCalled,
  isKnownAs,
  isMine,
  isNamed,
  isSo,
  isTagged,
  meOf,
  told,
  valuesOf,
  type Condition,
} from './conditions.server';

const organisationIs: Condition = (test, asker) => {
  const values = valuesOf(test);
  const known = isKnownAs({ reference: Prisma.sql`o.reference`, name: Prisma.sql`o.name` }, values);
  return Prisma.sql`(${isMine(Prisma.sql`o.id`, meOf(asker)?.organisationIds ?? [], values)} OR ${known})`;
};

/** Where the network confirmed that they work today: a claim alone is not searched. */
const worksAt: Condition = (test, asker) => Prisma.sql`EXISTS (
  SELECT FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
  WHERE a.person_id = p.id AND a.verified_at IS NOT NULL
    AND (a.ends_on IS NULL OR a.ends_on >= ${isoDay(ukDay(asker.now))}::date) AND ${organisationIs(test, asker)})`;

const listNames =
  (list: Prisma.Sql): Condition =>
  (test) => {
    const values = valuesOf(test);
    const named = Prisma.sql`EXISTS (SELECT FROM unnest(${list}) said(name)
      WHERE ${isNamed(Prisma.sql`said.name`, values)})`;
    return values.includes('none') ? Prisma.sql`(${named} OR cardinality(${list}) = 0)` : named;
  };

/** Conditions on the person `p` and their listed profile `e`. */
export const EXPERT_FIELDS: Record<FieldOf<'expert'>, Condition> = {
  threat: isTagged('expert', 'threatArea'),
  strand: isTagged('expert', 'strand'),
  enabler: isTagged('expert', 'enabler'),
  level: isTagged('expert', 'level'),
  method: isTagged('expert', 'method'),
  discipline: isTagged('expert', 'discipline'),
  organisation: worksAt,
  stale: (test, asker) =>
    told(
      meOf(asker) !== null,
      isSo(Prisma.sql`e.confirmed_at < ${addDays(asker.now, -CONFIRM_AFTER_DAYS)}`, test),
    ),
  availability: (test) => isAmong(Prisma.sql`nullif(e.availability::text, 'unstated')`, valuesOf(test)),
  language: listNames(Prisma.sql`e.languages`),
  region: listNames(Prisma.sql`e.regions`),
};

const isInRegion: Condition = (test) => {
  const values = valuesOf(test);
  const called = isCalled(Prisma.sql`o.region`, Prisma.sql`o.region`, values);
  const named = Prisma.sql`EXISTS (SELECT FROM organisation place WHERE place.slug = o.region
    AND ${isNamed(Prisma.sql`place.name`, values)})`;
  return Prisma.sql`(coalesce(${called}, false) OR ${named} OR (${values.includes('none')} AND o.region IS NULL))`;
};

/** Conditions on organisation `o`. */
export const ORGANISATION_FIELDS: Record<FieldOf<'organisation'>, Condition> = {
  level: (test) => isAmong(Prisma.sql`o.level`, valuesOf(test)),
  organisation: organisationIs,
  region: isInRegion,
  kind: (test) => isAmong(Prisma.sql`o.kind`, valuesOf(test)),
};
