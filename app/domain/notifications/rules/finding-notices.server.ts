import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators, teamOf } from '../recipients.server';
import { rulesAbout } from './rule.server';

const select = {
  reference: true,
  questionId: true,
  submittedById: true,
  retractedReason: true,
  versions: {
    orderBy: { number: 'desc' },
    take: 1,
    select: {
      title: true,
      createdById: true,
      returnedReason: true,
      declinedReason: true,
      authors: { where: { personId: { not: null } }, select: { personId: true } },
    },
  },
} as const;

async function findingOf(db: Db, id: string) {
  const row = await db.finding.findUnique({ where: { id }, select });
  const version = row?.versions[0];
  if (!row || !version) return null;
  const authors = version.authors.map(({ personId }) => personId);
  const known = (ids: (string | null)[]) => ids.filter((one): one is string => one !== null);
  return {
    ...row,
    version,
    writers: known([version.createdById, row.submittedById]),
    credited: known([row.submittedById, ...authors]),
  };
}

const about = rulesAbout((db: Db, { nounId }: SealedFact) => findingOf(db, nounId));
type Tell = Parameters<typeof about>[1];
type Thing = Parameters<Tell>[0]['thing'];

const toWriters =
  (subject: string, body: (thing: Thing) => string, path: 'finding' | 'findingDraft' = 'finding'): Tell =>
  ({ thing }) =>
    Promise.resolve({
      personIds: thing.writers,
      subject: `${subject}: ${thing.version.title}`,
      body: body(thing),
      path: pages[path](thing.reference),
    });

const toCredited =
  (subject: string, body: (thing: Thing) => string): Tell =>
  ({ thing }) =>
    Promise.resolve({
      personIds: thing.credited,
      subject: `${subject}: ${thing.version.title}`,
      body: body(thing),
      path: pages.finding(thing.reference),
    });

const review = [
  about('FindingWasSubmitted', async ({ db, thing }) => ({
    personIds: await coordinators(db),
    subject: `For review: ${thing.version.title}`,
    body: 'A finding waits for review on the desk.',
    path: pages.desk(),
  })),
  about(
    'FindingWasReturned',
    toWriters('Returned for changes', ({ version }) => version.returnedReason ?? '', 'findingDraft'),
  ),
  about(
    'FindingWasDeclined',
    toWriters('Declined', ({ version }) => version.declinedReason ?? ''),
  ),
  about(
    'FindingWasPublished',
    toCredited('Published', () => 'The network can now read and rate this finding.'),
  ),
  about(
    'FindingWasPublished',
    async ({ db, thing }) => ({
      personIds: thing.questionId ? await teamOf(db, thing.questionId) : [],
      subject: `Your question has a finding: ${thing.version.title}`,
      body: 'What was found is in the knowledge base. Say how much it matters to your priorities.',
      path: pages.finding(thing.reference),
    }),
    'team',
  ),
  about(
    'FindingPublicationWasUndone',
    toCredited(
      'Publication undone',
      () => 'A coordinator took back the publication; it waits for review again.',
    ),
  ),
];

const standing = [
  about(
    'FindingWasReleased',
    toCredited('Released to the public', () => 'Everybody can now read this finding.'),
  ),
  about(
    'FindingReleaseWasWithdrawn',
    toCredited('Release withdrawn', () => 'Only the network can read this finding now.'),
  ),
  about(
    'FindingWasSuperseded',
    toCredited('Superseded', () => 'A newer finding takes its place.'),
  ),
  about(
    'FindingWasRetracted',
    toCredited('Retracted', ({ retractedReason }) => retractedReason ?? ''),
  ),
];

const aboutRating = rulesAbout(async (db: Db, { nounId }: SealedFact) => {
  const rating = await db.rating.findUnique({ where: { id: nounId }, select: { findingId: true } });
  return rating ? findingOf(db, rating.findingId) : null;
});

const aboutImpact = rulesAbout(async (db: Db, { nounId }: SealedFact) => {
  const record = await db.impactRecord.findUnique({
    where: { id: nounId },
    select: { reference: true, findingId: true },
  });
  const finding = record && (await findingOf(db, record.findingId));
  return finding ? { finding, reference: record.reference } : null;
});

const use = [
  aboutRating('RatingWasGiven', ({ thing }) =>
    Promise.resolve({
      personIds: thing.submittedById ? [thing.submittedById] : [],
      subject: `Rated: ${thing.version.title}`,
      body: 'Somebody said how much your finding matters to a priority.',
      path: pages.finding(thing.reference),
    }),
  ),
  aboutImpact('ImpactWasRecorded', ({ thing }) =>
    Promise.resolve({
      personIds: thing.finding.credited,
      subject: `It was used: ${thing.finding.version.title}`,
      body: 'Somebody recorded a decision that your finding informed. You can print a corroboration statement.',
      path: pages.impactRecord(thing.reference),
    }),
  ),
];

export const findingNotices = [...review, ...standing, ...use];
