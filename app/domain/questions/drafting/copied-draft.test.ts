import { describe, expect, test } from 'vitest';
import { wholeRow } from '../../../../tests/support/factories/draft-rows';
import { copiedDraft } from './copied-draft';
import type { WholeQuestion } from './draft-loading.server';

const now = new Date('2026-11-21T12:00:00Z');
const past = new Date('2026-01-01T12:00:00Z');

/** A question at the end of its life, with every date and decision it can have. */
const source = {
  ...wholeRow({ background: 'Two reviews.', ethics: { benefitRating: 'green', smuggled: 'x' } }),
  id: 'source',
  teamId: 'team',
  authorId: 'author',
  seniorResponsibleOwnerId: 'owner',
  budgetHolderId: 'holder',
  visibility: 'invited',
  awardsAvailable: 4,
  invented: true,
  submittedAt: past,
  approvedAt: past,
  approvedById: 'owner',
  publishedAt: past,
  closesAt: past,
  withdrawnAt: past,
  withdrawnReason: 'Early',
  returnedReason: 'Vague',
  nearDuplicateReason: 'Because',
  releasedAt: past,
  outcome: 'cancelled',
  outcomeReason: 'No money',
} as unknown as WholeQuestion;

const target = (over: { authorId?: string; severalAwards?: boolean; takesBids?: boolean } = {}) => ({
  id: 'copy',
  reference: '22222222',
  route: {
    id: 'route',
    priceScored: true,
    takesBids: over.takesBids ?? true,
    severalAwards: over.severalAwards ?? false,
  },
  authorId: over.authorId ?? 'author',
  now,
});

describe('a copy', () => {
  test('takes the words, terms and people of its source', () => {
    expect(copiedDraft(source, target())).toMatchObject({
      id: 'copy',
      title: source.title,
      summary: source.summary,
      background: 'Two reviews.',
      contractTerms: { ownership: 'experts', reviewDays: 28 },
      procurement: { basis: 'quotation', document: 'File 12' },
      budgetMaximum: 12_000_000,
      seniorResponsibleOwnerId: 'owner',
      budgetHolderId: 'holder',
      visibility: 'invited',
    });
  });

  test('takes no date, decision or reason of its life', () => {
    const copy: Record<string, unknown> = copiedDraft(source, target());
    for (const field of [
      'submittedAt',
      'approvedAt',
      'approvedById',
      'publishedAt',
      'closesAt',
      'decisionDate',
      'neededBy',
      'withdrawnAt',
      'withdrawnReason',
      'returnedReason',
      'nearDuplicateReason',
      'releasedAt',
      'outcome',
      'outcomeReason',
    ])
      expect([field, copy[field]]).toEqual([field, undefined]);
    expect(copy).toMatchObject({ createdAt: now, updatedAt: now });
  });

  test('holds only answers that its fields know', () => {
    expect(copiedDraft(source, target()).ethics).toMatchObject({ benefitRating: 'green' });
    expect(JSON.stringify(copiedDraft(source, target()).ethics)).not.toContain('smuggled');
  });

  test('whoever copies their own approval does not stay its owner', () => {
    expect(copiedDraft(source, target({ authorId: 'owner' })).seniorResponsibleOwnerId).toBeNull();
  });

  test('has several awards only where its route has', () => {
    expect(copiedDraft(source, target()).awardsAvailable).toBe(1);
    expect(copiedDraft(source, target({ severalAwards: true })).awardsAvailable).toBe(4);
  });

  test('is weighed as its own route weighs', () => {
    expect(copiedDraft(source, target())).toMatchObject({ qualityWeight: 70, priceWeight: 30 });
    expect(copiedDraft(source, target({ takesBids: false }))).toMatchObject({
      qualityWeight: 100,
      priceWeight: 0,
    });
  });
});
