import { route, type RouteConfig } from '@remix-run/route-config';

/** What stands beside the scores of a competition: prices, replies, interviews and how far the panel agrees. */
export const scoringAddresses = [
  route('questions/:reference/disagreement', 'routes/evaluation/scoring/disagreement.tsx'),
  route('bids/:reference/requirements', 'routes/evaluation/requirements/requirements.tsx'),
  route('bids/:reference/requirements/agree', 'routes/evaluation/requirements/agree.tsx'),
  route('bids/:reference/criteria/:position/ask', 'routes/evaluation/scoring/ask-about-score.tsx'),
  route('bids/:reference/criteria/:position/explain', 'routes/evaluation/scoring/explain-score.tsx'),
  route('questions/:reference/prices', 'routes/evaluation/prices/prices.tsx'),
  route('bids/:reference/price-check', 'routes/evaluation/prices/price-check.tsx'),
  route('bids/:reference/price-question', 'routes/evaluation/prices/price-question.tsx'),
  route('questions/:reference/replies', 'routes/evaluation/replies/replies.tsx'),
  route('bids/:reference/reply', 'routes/evaluation/replies/reply.tsx'),
  route('questions/:reference/interviews', 'routes/evaluation/interviews/interviews.tsx'),
  route('questions/:reference/interviews/agree', 'routes/evaluation/interviews/agree.tsx'),
  route('bids/:reference/interview-record', 'routes/evaluation/interviews/record.tsx'),
  route('bids/:reference/interview', 'routes/evaluation/interviews/own.tsx'),
  route('bids/:reference/interview/withdraw', 'routes/evaluation/interviews/withdraw.tsx'),
] satisfies RouteConfig;
