import { describe, expect, test } from 'vitest';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import {
  whyNotFindings,
  whyNotOrganisations,
  whyNotQuestions,
  type MergeableFinding,
  type MergeableOrganisation,
  type MergeableQuestion,
} from './merge-rules';

const now = new Date('2026-11-22T10:00:00Z');
const two = { mergedIntoId: null };

describe('findings', () => {
  const finding = (id: string, over: Partial<MergeableFinding> = {}): MergeableFinding => ({
    ...two,
    id,
    stands: true,
    released: false,
    delivered: false,
    ...over,
  });
  test.each<[string, MergeableFinding, MergeableFinding, RegExp | null]>([
    ['two that stand', finding('a'), finding('b'), null],
    [
      'one released into one released',
      finding('a', { released: true }),
      finding('b', { released: true }),
      null,
    ],
    ['a plain one into a delivered one', finding('a'), finding('b', { delivered: true }), null],
    ['a delivered one', finding('a', { delivered: true }), finding('b'), /Merge the other one into it/],
    ['a retracted one', finding('a'), finding('b', { stands: false }), /stand/],
    ['released into not released', finding('a', { released: true }), finding('b'), /release/],
    ['itself', finding('a'), finding('a'), /into itself/],
    ['twice', finding('a', { mergedIntoId: 'c' }), finding('b'), /already/],
    ['into a merged one', finding('a'), finding('b', { mergedIntoId: 'c' }), /third/],
  ])('%s', (_what, from, into, why) => {
    const said = whyNotFindings(from, into);
    if (why) expect(said).toMatch(why);
    else expect(said).toBeNull();
  });
});

describe('questions', () => {
  const question = (id: string, over: Partial<MergeableQuestion> = {}): MergeableQuestion => ({
    ...two,
    ...NO_STAGE,
    id,
    publishedAt: now,
    visibility: 'network',
    releasedAt: null,
    outcome: null,
    takesBids: false,
    ...over,
  });
  test.each<[string, MergeableQuestion, MergeableQuestion, RegExp | null]>([
    ['two requests', question('a'), question('b'), null],
    ['a request into a competition', question('a'), question('b', { takesBids: true }), null],
    [
      'a competition that came to nothing',
      question('a', { takesBids: true, outcome: 'cancelled' }),
      question('b'),
      null,
    ],
    ['a competition, open', question('a', { takesBids: true }), question('b'), /break its competition/],
    [
      'a competition, awarded',
      question('a', { takesBids: true, outcome: 'awarded' }),
      question('b'),
      /break/,
    ],
    ['a draft', question('a', { publishedAt: null }), question('b'), /published/],
    ['a withdrawn one', question('a', { withdrawnAt: now }), question('b'), /withdrawn/],
    ['where fewer see it', question('a'), question('b', { visibility: 'team' }), /Fewer people/],
    ['where the public does not', question('a', { releasedAt: now }), question('b'), /Fewer people/],
    ['where more see it', question('a', { visibility: 'team' }), question('b'), null],
    ['itself', question('a'), question('a'), /itself/],
  ])('%s', (_what, from, into, why) => {
    const said = whyNotQuestions(from, into, now);
    if (why) expect(said).toMatch(why);
    else expect(said).toBeNull();
  });
});

describe('organisations', () => {
  const organisation = (id: string, over: Partial<MergeableOrganisation> = {}): MergeableOrganisation => ({
    ...two,
    id,
    closedAt: null,
    invited: false,
    inCompetition: false,
    ...over,
  });
  test.each<[string, Partial<MergeableOrganisation>, RegExp | null]>([
    ['two', {}, null],
    ['a closed one', { closedAt: now }, /closed/],
    ['one invited to an open question', { invited: true }, /invited/],
    ['one whose team runs a competition', { inCompetition: true }, /competition/],
    ['twice', { mergedIntoId: 'c' }, /already/],
  ])('%s', (_what, over, why) => {
    const said = whyNotOrganisations(organisation('a', over), organisation('b'));
    if (why) expect(said).toMatch(why);
    else expect(said).toBeNull();
  });
});
