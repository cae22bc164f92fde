import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators, teamOf } from '../recipients.server';
import { rulesAbout } from './rule.server';

const select = {
  id: true,
  reference: true,
  adviceAnswer: { select: { personId: true } },
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

export async function findingOf(db: Db, id: string) {
  const row = await db.finding.findUnique({ where: { id }, select });
  const version = row?.versions[0];
  if (!row || !version) return null;
  const authors = version.authors.map(({ personId }) => personId);
  const known = (ids: (string | null)[]) => ids.filter((one): one is string => one !== null);
  return {
    ...row,
    version,
    writers: known([version.createdById, row.submittedById]),
    // An adviser who agreed to publish without a name is told like an author, and shown to nobody.
    credited: known([row.submittedById, ...authors, row.adviceAnswer?.personId ?? null]),
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

/** Whoever rated the finding or recorded its use, its own people left out: those hear of it anyway. */
const toUsers =
  (subject: string, body: string): Tell =>
  async ({ db, thing }) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT person_id AS id FROM rating WHERE finding_id = ${thing.id}::uuid
      UNION SELECT recorded_by_id FROM impact_record WHERE finding_id = ${thing.id}::uuid AND withdrawn_at IS NULL`;
    return {
      personIds: rows.map(({ id }) => id).filter((id) => !thing.credited.includes(id)),
      subject: `${subject}: ${thing.version.title}`,
      body,
      path: pages.finding(thing.reference),
    };
  };

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
    'FindingWasSuperseded',
    toUsers('Superseded', 'You rated or used this finding. A newer one takes its place.'),
    'users',
  ),
  about(
    'FindingWasRetracted',
    toCredited('Retracted', ({ retractedReason }) => retractedReason ?? ''),
  ),
  about(
    'FindingWasRetracted',
    toUsers('Retracted', 'You rated or used this finding. Do not use it any more.'),
    'users',
  ),
  about(
    'FindingWasPublished',
    toUsers('There is a new version', 'You rated or used an earlier version. Does your rating still hold?'),
    'users',
  ),
];

export const findingNotices = [...review, ...standing];
