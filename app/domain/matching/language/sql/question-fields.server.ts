import { Prisma } from '~/platform/generated/prisma/client';
import { standsSql } from '../../../insight/chain/item-stage.server';
import { maySeeGaps } from '../../../insight/map/map-policy';
import { countryCalled } from '../../../understanding/places/countries';
import { findingsVisibleSql } from '../../../knowledge/finding-visibility.server';
import { isAskedSql, isCommissionedSql, shownStateSql } from '../../../questions/question-state.server';
import { QUESTION_STATES } from '../../../questions/question';
import { typed, type FieldOf } from '../fields';
import type { Test } from '../query-tree';
import {
  countIs,
  dayIs,
  isCalled,
  isKnownAs,
  isMine,
  isSo,
  isTagged,
  meOf,
  numberIs,
  referencesIn,
  told,
  toldWhere,
  ukDayOf,
  valuesOf,
  type Asker,
  type Condition,
} from './conditions.server';

/** The people who own a question: its team, and those named on it. */
function isOwned(asker: Asker): Prisma.Sql {
  const me = meOf(asker);
  if (!me) return Prisma.sql`false`;
  return Prisma.sql`(q.team_id = ANY(${me.teams.map(({ teamId }) => teamId)}::uuid[])
    OR ${me.id}::uuid IN (q.author_id, q.senior_responsible_owner_id, q.budget_holder_id))`;
}

/**
 * Who is told how many bids stand, once they were opened: the panel and those who open, as the pages of the
 * opening tell them. A conflict about the question or about any of its bids keeps the number back.
 */
function isToldOfBids(asker: Asker): Prisma.Sql {
  const me = meOf(asker);
  if (!me) return Prisma.sql`false`;
  const panels = me.panels.map(({ questionId }) => questionId);
  const walls = me.walls.map(({ questionId }) => questionId);
  return Prisma.sql`(q.opened_at IS NOT NULL AND NOT q.id = ANY(${walls}::uuid[])
    AND (q.id = ANY(${panels}::uuid[]) OR q.budget_holder_id = ${me.id}::uuid OR EXISTS (
      SELECT FROM opener_deputy d WHERE d.question_id = q.id AND d.person_id = ${me.id}::uuid)))`;
}

const ID = Prisma.sql`q.id`;

const standingBids = (test: Test) =>
  countIs(
    ID,
    Prisma.sql`b.question_id`,
    Prisma.sql`bid b JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL`,
    test,
  );

const answers = (test: Test) =>
  countIs(ID, Prisma.sql`a.question_id`, Prisma.sql`advice_answer a WHERE a.submitted_at IS NOT NULL`, test);

const seenFindings = (asker: Asker) => Prisma.sql`finding g
  WHERE ${standsSql('g')} AND ${findingsVisibleSql(asker.actor, 'g')}`;

/** A threat area of the question on which nothing of moderate or high confidence is published. */
const hasGap = (asker: Asker) => Prisma.sql`q.id IN (
  SELECT link.question_id FROM question_term link JOIN term t ON t.id = link.term_id AND t.scheme = 'threatArea'
  WHERE link.term_id NOT IN (SELECT sound.term_id FROM finding_term sound WHERE sound.finding_id IN (
    SELECT g.id FROM ${seenFindings(asker)} AND g.confidence IN ('moderate', 'high'))))`;

function isInState(test: Test, { actor, now }: Asker): Prisma.Sql {
  const values = valuesOf(test);
  const stored = QUESTION_STATES.filter((state) => values.includes(typed(state)));
  const widened = values.includes('open') ? [...stored, 'clarificationsClosed'] : stored;
  const ways = [Prisma.sql`${shownStateSql(actor, now, 'q')} = ANY(${widened}::text[])`];
  if (values.includes('asked')) ways.push(isAskedSql('q'));
  if (values.includes('commissioned')) ways.push(isCommissionedSql('q'));
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`;
}

/** Ids of the priorities of that reference, slug or name. */
export const prioritiesCalled = (values: readonly string[]): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT aim.id FROM priority aim WHERE aim.reference = ANY(${referencesIn(values)}::text[])
    OR ${isCalled(Prisma.sql`aim.slug`, Prisma.sql`aim.name`, values)})`;

function speaksToPriority(test: Test): Prisma.Sql {
  const values = valuesOf(test);
  const linked = (narrowed: Prisma.Sql) =>
    Prisma.sql`q.id IN (SELECT link.question_id FROM question_priority link ${narrowed})`;
  const named = linked(Prisma.sql`WHERE link.priority_id = ANY(${prioritiesCalled(values)})`);
  return values.includes('none') ? Prisma.sql`(${named} OR NOT ${linked(Prisma.empty)})` : named;
}

const isOfTeam: Condition = (test, asker) => {
  const values = valuesOf(test);
  const own = meOf(asker)?.teams.map(({ teamId }) => teamId) ?? [];
  const known = isKnownAs({ reference: Prisma.sql`t.reference`, name: Prisma.sql`t.name` }, values);
  return Prisma.sql`q.team_id IN (SELECT t.id FROM team t WHERE ${isMine(Prisma.sql`t.id`, own, values)} OR ${known})`;
};

const isOfOrganisation: Condition = (test, asker) => {
  const values = valuesOf(test);
  const own = meOf(asker)?.organisationIds ?? [];
  const known = isKnownAs({ reference: Prisma.sql`o.reference`, name: Prisma.sql`o.name` }, values);
  return Prisma.sql`q.team_id IN (SELECT t.id FROM team t JOIN organisation o ON o.id = t.organisation_id
    WHERE ${isMine(Prisma.sql`o.id`, own, values)} OR ${known})`;
};

const isWrittenBy: Condition = (test, asker) => {
  const values = valuesOf(test);
  const me = meOf(asker);
  const known = isKnownAs({ reference: Prisma.sql`w.reference`, name: Prisma.sql`w.name` }, values);
  return toldWhere(
    isOwned(asker),
    Prisma.sql`q.author_id IN (SELECT w.id FROM person w
      WHERE ${isMine(Prisma.sql`w.id`, me ? [me.id] : [], values)} OR ${known})`,
  );
};

const isBidBy: Condition = (_test, asker) => {
  const me = meOf(asker);
  return told(
    me !== null,
    Prisma.sql`q.id IN (SELECT b.question_id FROM bid b JOIN bid_member m ON m.bid_id = b.id
      WHERE m.person_id = ${me?.id ?? null}::uuid AND m.accepted_at IS NOT NULL AND m.declined_at IS NULL)`,
  );
};

const publishedYear = Prisma.sql`extract(year FROM ${ukDayOf(Prisma.sql`q.published_at`)})`;

const aboutCountry: Condition = (test) => {
  const values = valuesOf(test);
  const codes = values.flatMap((value) => countryCalled(value) ?? []);
  const named = Prisma.sql`q.id IN (SELECT c.question_id FROM question_country c WHERE c.country = ANY(${codes}::text[]))`;
  return values.includes('none')
    ? Prisma.sql`(${named} OR q.id NOT IN (SELECT c.question_id FROM question_country c))`
    : named;
};

/** Conditions on question `q`, of which `r` is the route. */
export const QUESTION_FIELDS: Record<FieldOf<'question'>, Condition> = {
  threat: isTagged('question', 'threatArea'),
  strand: isTagged('question', 'strand'),
  enabler: isTagged('question', 'enabler'),
  stage: isTagged('question', 'businessModelStage'),
  position: isTagged('question', 'chainPosition'),
  level: isTagged('question', 'level'),
  country: aboutCountry,
  priority: speaksToPriority,
  route: (test) => isCalled(Prisma.sql`r.slug`, Prisma.sql`r.name`, valuesOf(test)),
  state: isInState,
  closes: (test, asker) => dayIs(ukDayOf(Prisma.sql`q.closes_at`), test, asker),
  needed: (test, asker) => dayIs(Prisma.sql`q.needed_by`, test, asker),
  decision: (test, asker) => dayIs(Prisma.sql`q.decision_date`, test, asker),
  budget: (test) => numberIs(Prisma.sql`coalesce(q.budget_maximum, q.budget_minimum) / 100.0`, test),
  bids: (test, asker) => toldWhere(isToldOfBids(asker), standingBids(test)),
  answers: (test, asker) => toldWhere(isOwned(asker), answers(test)),
  findings: (test, asker) =>
    countIs(
      ID,
      Prisma.sql`g.question_id`,
      Prisma.sql`${seenFindings(asker)} AND g.question_id IS NOT NULL`,
      test,
    ),
  gap: (test, asker) => told(maySeeGaps(asker.actor), isSo(hasGap(asker), test)),
  'bid-by': isBidBy,
  team: isOfTeam,
  organisation: isOfOrganisation,
  author: isWrittenBy,
  year: (test) => numberIs(publishedYear, test),
  published: (test, asker) => dayIs(ukDayOf(Prisma.sql`q.published_at`), test, asker),
  released: (test) => isSo(Prisma.sql`q.released_at IS NOT NULL`, test),
};
