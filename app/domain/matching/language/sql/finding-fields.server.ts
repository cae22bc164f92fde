import { countryCalled } from '../../../understanding/places/countries';
import { Prisma } from '~/platform/generated/prisma/client';
import { findingPrioritySql } from '../../../insight/priority-links.server';
import { readsPublished } from '../../../knowledge/finding-policy';
import { studyTypes } from '../../../knowledge/finding';
import { isoDay, ukDay } from '../../../uk-time';
import { typed, type FieldOf } from '../fields';
import {
  countIs,
  dayIs,
  isAmong,
  isKnownAs,
  isMine,
  isNamed,
  isSo,
  isTagged,
  meOf,
  numberIs,
  referencesIn,
  told,
  ukDayOf,
  valuesOf,
  type Asker,
  type Condition,
} from './conditions.server';
import { prioritiesCalled } from './question-fields.server';
import { RATINGS } from '../../../ratings/counted-ratings.server';
import { countsSql, isStaleSql } from './ratings.server';

const inside = ({ actor }: Asker): boolean => readsPublished(actor);

const speaksToPriority: Condition = (test, asker) => {
  const values = valuesOf(test);
  const linked = (narrowed: Prisma.Sql) => Prisma.sql`f.id IN (
    SELECT link.id FROM (${findingPrioritySql(inside(asker))}) link ${narrowed})`;
  const named = linked(Prisma.sql`WHERE link.priority_id = ANY(${prioritiesCalled(values)})`);
  return values.includes('none') ? Prisma.sql`(${named} OR NOT ${linked(Prisma.empty)})` : named;
};

const isWrittenBy: Condition = (test, asker) => {
  const values = valuesOf(test);
  const me = meOf(asker);
  return told(
    me !== null,
    Prisma.sql`v.id IN (SELECT a.version_id FROM finding_author a LEFT JOIN person w ON w.id = a.person_id
      WHERE ${isMine(Prisma.sql`w.id`, me ? [me.id] : [], values)}
        OR w.reference = ANY(${referencesIn(values)}::text[]) OR ${isNamed(Prisma.sql`a.name`, values)})`,
  );
};

const isRatedBy: Condition = (test, asker) => {
  const values = valuesOf(test);
  const me = meOf(asker);
  const known = isKnownAs({ reference: Prisma.sql`w.reference`, name: Prisma.sql`w.name` }, values);
  return told(
    inside(asker),
    Prisma.sql`f.id IN (SELECT r.finding_id FROM rating r JOIN person w ON w.id = r.person_id
      WHERE ${isMine(Prisma.sql`w.id`, me ? [me.id] : [], values)} OR ${known})`,
  );
};

const isRated: Condition = (test, asker) =>
  told(
    inside(asker),
    Prisma.sql`f.id IN (SELECT r.finding_id FROM ${RATINGS}
      WHERE ${countsSql(asker)} AND ${numberIs(Prisma.sql`r.value`, test)})`,
  );

const ratings: Condition = (test, asker) =>
  told(
    inside(asker),
    countIs(
      Prisma.sql`f.id`,
      Prisma.sql`r.finding_id`,
      Prisma.sql`${RATINGS} WHERE ${countsSql(asker)}`,
      test,
    ),
  );

/** A rating of it has to be reaffirmed, or the day to look at it again is past. */
const isStale: Condition = (test, asker) =>
  told(
    inside(asker),
    isSo(
      Prisma.sql`(coalesce(f.review_by < ${isoDay(ukDay(asker.now))}::date, false)
        OR f.id IN (SELECT r.finding_id FROM ${RATINGS} WHERE ${isStaleSql(asker)}))`,
      test,
    ),
  );

const isOfType: Condition = (test) => {
  const values = valuesOf(test);
  return isAmong(
    Prisma.sql`v.study_type::text`,
    studyTypes.filter((type) => values.includes(typed(type))),
  );
};

const isOfOrigin: Condition = (test) => {
  const values = valuesOf(test);
  return Prisma.sql`((${values.includes('questions')} AND f.question_id IS NOT NULL)
    OR (${values.includes('shared')} AND f.question_id IS NULL))`;
};

const aboutCountry: Condition = (test) => {
  const values = valuesOf(test);
  const codes = values.flatMap((value) => countryCalled(value) ?? []);
  const named = Prisma.sql`f.id IN (SELECT c.finding_id FROM finding_country c WHERE c.country = ANY(${codes}::text[]))`;
  return values.includes('none')
    ? Prisma.sql`(${named} OR f.id NOT IN (SELECT c.finding_id FROM finding_country c))`
    : named;
};

/** Conditions on finding `f` and its current version `v`. */
export const FINDING_FIELDS: Record<FieldOf<'finding'>, Condition> = {
  threat: isTagged('finding', 'threatArea'),
  strand: isTagged('finding', 'strand'),
  enabler: isTagged('finding', 'enabler'),
  stage: isTagged('finding', 'businessModelStage'),
  position: isTagged('finding', 'chainPosition'),
  level: isTagged('finding', 'level'),
  country: aboutCountry,
  priority: speaksToPriority,
  author: isWrittenBy,
  year: (test) => numberIs(Prisma.sql`v.year`, test),
  published: (test, asker) => dayIs(ukDayOf(Prisma.sql`f.published_at`), test, asker),
  released: (test) => isSo(Prisma.sql`f.released_at IS NOT NULL`, test),
  type: isOfType,
  confidence: (test) => isAmong(Prisma.sql`f.confidence::text`, valuesOf(test)),
  origin: isOfOrigin,
  rated: isRated,
  ratings,
  'rated-by': isRatedBy,
  stale: isStale,
};
