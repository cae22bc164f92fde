import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { findingOf } from './finding-notices.server';
import { rulesAbout } from './rule.server';

const aboutRating = rulesAbout(async (db: Db, { nounId }: SealedFact) => {
  const rating = await db.rating.findUnique({ where: { id: nounId }, select: { findingId: true } });
  return rating ? findingOf(db, rating.findingId) : null;
});

const aboutOutlier = rulesAbout(async (db: Db, { nounId }: SealedFact) => {
  const rating = await db.rating.findUnique({
    where: { id: nounId },
    select: { findingId: true, personId: true, priority: { select: { name: true } } },
  });
  const finding = rating && (await findingOf(db, rating.findingId));
  return finding ? { finding, rating } : null;
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
  aboutOutlier('OutlierWasInvited', ({ thing: { finding, rating } }) =>
    Promise.resolve({
      personIds: [rating.personId],
      subject: `You see it differently: ${finding.version.title}`,
      body: `Your rating for “${rating.priority.name}” stands far from the others. You may know what they do not: say why, in a few words, on the page of the finding.`,
      path: pages.finding(finding.reference),
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

const aboutRecorder = rulesAbout((db: Db, { nounId }: SealedFact) =>
  db.impactRecord.findUnique({ where: { id: nounId }, select: { reference: true, recordedById: true } }),
);

const impact = [
  aboutImpact('ImpactWasWithdrawn', ({ thing }) =>
    Promise.resolve({
      personIds: thing.finding.credited,
      subject: `An impact record was withdrawn: ${thing.finding.version.title}`,
      body: 'Its reason is on its page.',
      path: pages.impactRecord(thing.reference),
    }),
  ),
  aboutRecorder('ImpactWasReleased', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.recordedById],
      subject: 'Your impact record is public',
      body: 'Everybody can now read it.',
      path: pages.impactRecord(thing.reference),
    }),
  ),
  aboutRecorder('ImpactReleaseWasWithdrawn', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.recordedById],
      subject: 'Your impact record is no longer public',
      body: 'Only the network can read it now.',
      path: pages.impactRecord(thing.reference),
    }),
  ),
];

export const useNotices = [...use, ...impact];
