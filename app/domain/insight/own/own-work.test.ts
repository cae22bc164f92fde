import { expect, test } from 'vitest';
import { showDue, type TaskKind } from './own-work';

test.each<[TaskKind, string | null, string]>([
  ['answerCascade', '2026-06-02T00:00:00Z', 'By 2 June 2026'],
  ['answerHandovers', '2026-12-07T00:00:00Z', 'By 7 December 2026'],
  ['giveFirstEstimate', '2026-06-02T16:00:00Z', 'By 2 June 2026 at 5pm'],
  ['answerBidInvitation', '2026-12-07T00:00:00Z', 'By 7 December 2026 at midnight'],
  ['appointPanel', '2027-01-05T17:00:00Z', 'By 5 January 2027'],
  ['openBids', '2026-06-02T16:00:00Z', 'Since 2 June 2026'],
  ['reviewDeliverable', '2026-06-02T16:00:00Z', 'Since 2 June 2026'],
  ['decideChallenge', '2026-06-02T16:00:00Z', 'Since 2 June 2026'],
  ['scoreBids', null, 'To do'],
])('%s due %s reads “%s”', (kind, due, words) => expect(showDue(kind, due)).toBe(words));
