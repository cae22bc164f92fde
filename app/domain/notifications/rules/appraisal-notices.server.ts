import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { findingOf } from './finding-notices.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: SealedFact) => findingOf(db, nounId));
type Tell = Parameters<typeof about>[1];

const MOST_ASKED = 10;

async function appraisersOf(db: Db, fact: SealedFact): Promise<string[]> {
  const appraisalId = textOf(fact, 'appraisalId');
  if (!appraisalId) return [];
  const rows = await db.appraisalJudgement.findMany({ where: { appraisalId }, select: { personId: true } });
  return rows.map(({ personId }) => personId);
}

/** The two appraisers; whoever acted is left out by the rule of all notices. */
const toAppraisers =
  (subject: string, body: string): Tell =>
  async ({ db, fact, thing }) => ({
    personIds: await appraisersOf(db, fact),
    subject: `${subject}: ${thing.version.title}`,
    body,
    path: pages.appraisal(thing.reference),
  });

const toCredited =
  (subject: string): Tell =>
  ({ thing }) =>
    Promise.resolve({
      personIds: thing.credited,
      subject: `${subject}: ${thing.version.title}`,
      body: 'Two people judged how sound it is. What they agreed on stands on its page.',
      path: pages.finding(thing.reference),
    });

/** Those who share most of its threat areas first; nobody who had a part in it, and nobody who judges already. */
const toExperts: Tell = async ({ db, fact, thing }) => {
  if (textOf(fact, 'about') !== 'appraisals') return null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM finding_term ft
      JOIN term t ON t.id = ft.term_id AND t.scheme = 'threatArea'
      JOIN expert_term x ON x.term_id = t.id
      JOIN expert_profile e ON e.person_id = x.person_id AND e.listed
      JOIN person p ON p.id = e.person_id AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL
        AND p.erased_at IS NULL AND p.merged_into_id IS NULL
    WHERE ft.finding_id = ${thing.id}::uuid AND p.id <> ALL(${thing.credited}::uuid[])
      AND NOT EXISTS (SELECT FROM appraisal a JOIN appraisal_judgement j ON j.appraisal_id = a.id
                      WHERE a.finding_id = ft.finding_id AND a.closed_at IS NULL AND j.person_id = p.id)
    GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT ${MOST_ASKED}`;
  return {
    personIds: rows.map(({ id }) => id),
    subject: `Would you appraise it? ${thing.version.title}`,
    body: 'A decision may rest on this finding, and nobody has judged yet how sound it is. It is in your threat area.',
    path: pages.appraisal(thing.reference),
  };
};

export const appraisalNotices = [
  about(
    'AppraisalWasJudged',
    toAppraisers('Both judgements are in', 'Compare them, and write down what you can agree on.'),
  ),
  about(
    'AppraisalWasProposed',
    toAppraisers('Do you agree?', 'The other appraiser has written down what you might both agree on.'),
  ),
  about(
    'AppraisalWasAgreed',
    toAppraisers('Agreed', 'The finding carries the confidence that you both agreed on.'),
  ),
  about('AppraisalWasAgreed', toCredited('Appraised'), 'authors'),
  about(
    'AppraisalWasSettled',
    toAppraisers('Settled', 'A coordinator decided how sound the finding is where you differed.'),
  ),
  about('AppraisalWasSettled', toCredited('Appraised'), 'authors'),
  about(
    'AppraisalWasClosed',
    toAppraisers('The appraisal was ended', 'A coordinator ended it before it was agreed.'),
  ),
  about('ReminderWasSent', toExperts, 'appraisers'),
];
