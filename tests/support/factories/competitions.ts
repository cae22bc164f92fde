import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { makeBid, openQuestion } from './bids';
import { makePanel } from './panels';
import { makeQuestion, type RouteSlug } from './questions';

interface CompetitionOver {
  routeSlug?: RouteSlug;
  /** How far: sealed, opened and to be declared about, or being scored. */
  stage?: 'closed' | 'declaring' | 'scoring';
}

/** Two bids and a panel whose members have scored nothing yet. */
export async function makeCompetition(over: CompetitionOver = {}) {
  const stage = over.stage ?? 'scoring';
  const routeSlug = over.routeSlug ?? 'commissioned-study';
  const question = await makeQuestion({ state: 'closed', routeSlug });
  const first = await makeBid({ question, pounds: 60_000, mark: 'firstmark' });
  const second = await makeBid({ question, pounds: 50_000, mark: 'secondmark' });
  const panel = await makePanel(question, { declared: stage === 'scoring' });
  if (stage !== 'closed') await openQuestion(question);
  const now = await soundingsNow(database());
  if (stage === 'scoring')
    await database().question.update({ where: { id: question.id }, data: { evaluationStartedAt: now } });
  return { question, panel, first, second };
}

/** Who bids, as the panel is told: the organisation and the lead. */
export async function bidderOf(bid: { id: string }): Promise<string> {
  const { lead, organisation } = await database().bid.findUniqueOrThrow({
    where: { id: bid.id },
    select: { lead: { select: { name: true } }, organisation: { select: { name: true } } },
  });
  return [organisation?.name, lead.name].filter(Boolean).join(', ');
}

/** The fields of a form that scores every criterion, by position. */
export const scoreFields = (
  criteria: readonly unknown[],
  value: string | string[],
  reason = 'Evidence in its second section.',
): Record<string, string> =>
  Object.fromEntries(
    criteria.flatMap((_, i) => [
      [`scores[${i}].position`, String(i + 1)],
      [`scores[${i}].value`, (Array.isArray(value) ? value[i] : value) ?? ''],
      [`scores[${i}].reason`, (Array.isArray(value) ? value[i] : value) === '' ? '' : reason],
    ]),
  );
