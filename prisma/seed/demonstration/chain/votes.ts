import { explainRating } from '~/domain/ratings/commands/explain-rating.server';
import { giveVotes } from '~/domain/ratings/commands/give-votes.server';
import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { inviteOutliers } from '~/domain/ratings/disagreement/invite-outliers.server';
import { STANDING_APART, VOTES } from '../content/votes';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** Members vote for what to keep; those who rated far from the others are asked why, and one has said. */
export const voteHappenings = (play: Play): Happening[] => [
  ...STANDING_APART.flatMap(({ by, priority, finding, reason, note }) => {
    const about = () => ({ reference: play.finding(finding), priority: play.priority(priority) });
    const rating = { value: '1', certainty: 3, reason, interest: false };
    const rate = () => play.does(by, rateFinding, { ...about(), ...rating });
    const explain = () => play.does(by, explainRating, { ...about(), note });
    return [
      { daysAgo: 62, what: `${by} rates ${finding} low`, run: rate },
      ...(note ? [{ daysAgo: 50, what: `${by} says why`, run: explain }] : []),
    ];
  }),
  { daysAgo: 56, what: 'ask those who stand apart', run: inviteOutliers },
  ...VOTES.map(([by, priority, finding, votes]) => ({
    daysAgo: 4,
    what: `${by} votes for ${finding}`,
    run: () => play.does(by, giveVotes, { priority: play.priority(priority), finding: play.finding(finding), votes }),
  })),
];
