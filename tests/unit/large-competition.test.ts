import { beforeAll, expect, test } from 'vitest';
import { playCompetition, type Played } from '../bench/competition/play-competition';
import { useDatabase } from '../support/database';
import { tryPack } from '../support/packs/pack-trial';

/** The competition of `npm run scale:competition`, small enough to be played at every change. */
const SMALL = { bids: 8, assessors: 9, places: 3, awards: 2 };
const data = useDatabase();

let played: Played;
beforeAll(async () => {
  played = await playCompetition(SMALL);
}, 120_000);

test('every bid has its assessments, and every assessment its scores', async () => {
  const assessments = await data.db.assessment.count({ where: { movedAt: null, refusedAt: null } });
  expect(assessments).toBe(SMALL.bids * SMALL.places);
  const criteria = played.call.story.criteria?.length ?? 0;
  expect(criteria).toBeGreaterThan(0);
  expect(await data.db.score.count()).toBe(assessments * criteria);
});

test('nobody assesses a bid from where they work', async () => {
  const own = await data.db.$queryRaw<unknown[]>`
    SELECT 1 FROM assessment a JOIN bid b ON b.id = a.bid_id
    JOIN affiliation f ON f.person_id = a.person_id AND f.organisation_id = b.organisation_id
    WHERE a.moved_at IS NULL AND a.refused_at IS NULL`;
  expect(own).toEqual([]);
  expect(await data.db.wall.count()).toBeGreaterThan(0);
});

test('the best bids are under contract, and every bidder can read a summary', async () => {
  expect(await data.db.award.count({ where: { contractedAt: { not: null } } })).toBe(SMALL.awards);
  const told = await data.db.fact.count({ where: { name: 'AssessmentSummaryWasSent' } });
  expect(told).toBe(SMALL.bids);
});

test('its assurance pack verifies offline, and redacted holds no secret word and every public one', async () => {
  const failures: string[] = [];
  await tryPack(played.reference, data.url, (holds, text) => void (holds || failures.push(text)));
  expect(failures).toEqual([]);
}, 60_000);
