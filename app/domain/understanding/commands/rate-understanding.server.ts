import { command } from '../../command.server';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { parseReference } from '../../reference';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { authorisedTeams } from '../authorised-teams.server';
import { rateUnderstandingInput } from '../rating-form';
import { mayRateUnderstanding } from '../understanding-policy';

const typedReferences = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');

/** How well one side of a threat area is understood, with what that rests on. The judgements before it stay. */
export const rateUnderstanding = command({
  name: 'understanding.rate',
  input: rateUnderstandingInput,
  load: async ({ tx, actor, input }) => {
    await tx.$queryRaw`SELECT id FROM term WHERE scheme = 'threatArea' AND slug = ${input.slug} FOR UPDATE`;
    const area = await tx.term.findUnique({
      where: { scheme_slug: { scheme: 'threatArea', slug: input.slug }, retiredAt: null },
      select: { id: true },
    });
    if (!area) return null;
    const former = await tx.understandingRating.findFirst({
      where: { termId: area.id, dimension: input.dimension },
      orderBy: { number: 'desc' },
      select: { number: true, level: true },
    });
    const typed = typedReferences(input.findings);
    const references = typed.flatMap((text) => parseReference(text) ?? []);
    const findings = await tx.$queryRaw<{ id: string; reference: string }[]>`
      SELECT f.id, f.reference FROM finding f WHERE f.reference = ANY(${references}::text[])
        AND f.published_at IS NOT NULL AND ${findingsVisibleSql(actor, 'f')}`;
    return { area, former, typed, findings, teams: await authorisedTeams(tx) };
  },
  authorise: (actor, { teams }) => mayRateUnderstanding(actor, teams),
  subject: ({ area }) => ({ noun: 'term', nounId: area.id }),
  decide: ({ input, loaded: { area, former, typed, findings }, actor, now, newId }) => {
    if (actor.kind !== 'person') return refuse('RaterIsMissing', 'Sign in first.');
    const lost = typed.find((text) => !findings.some(({ reference }) => reference === parseReference(text)));
    if (lost !== undefined)
      return refuseField('FindingIsUnknown', 'findings', `No published finding has the reference “${lost}”`);
    const level = input.level === 'unknown' ? null : input.level;
    if (level === null && !former?.level)
      return refuseField('IsUnknownAlready', 'level', 'This is unknown already. Nothing has to be recorded');
    if (level !== null && !input.reviewBy)
      return refuseField('ReviewIsMissing', 'reviewBy', 'Enter the day by which it is looked at again');
    if (level !== null && input.reviewBy && input.reviewBy <= ukDay(now))
      return refuseField('ReviewIsPast', 'reviewBy', 'Enter a day after today');
    const { dimension, basis } = input;
    const row = {
      ...{ id: newId(), termId: area.id, dimension, number: (former?.number ?? 0) + 1, level, basis },
      ...{ reviewBy: level === null ? null : (input.reviewBy ?? null), ratedById: actor.id, ratedAt: now },
    };
    const data = { dimension, level, number: row.number, findings: findings.length };
    return {
      change: { row, findingIds: findings.map(({ id }) => id), slug: input.slug },
      facts: [{ name: 'UnderstandingWasRated', noun: 'term', nounId: area.id, data }],
    };
  },
  save: async ({ tx }, { row, findingIds, slug }) => {
    const evidence = { create: findingIds.map((findingId) => ({ findingId })) };
    await tx.understandingRating.create({ data: { ...row, evidence } });
    return { slug };
  },
});
