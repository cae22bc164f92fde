import { index, route, type RouteConfig } from '@remix-run/route-config';

/** Every address of the product, in reading order. */
export default [
  index('routes/home.tsx'),

  // About
  route('accessibility', 'routes/about/accessibility.tsx'),
  route('privacy', 'routes/about/privacy.tsx'),
  route('how-bids-are-sealed', 'routes/about/sealing.tsx'),

  // Strategy: what matters
  // Questions: what is asked
  // Bids
  route('bids', 'routes/bids/own/bids.tsx'),
  route('questions/:reference/bid', 'routes/bids/own/start.tsx'),
  route('bids/:reference', 'routes/bids/own/bid.tsx'),
  route('bids/:reference/sections/:section', 'routes/bids/writing/section.tsx'),
  route('bids/:reference/autosave', 'routes/bids/writing/autosave.ts'),
  route('bids/:reference/versions', 'routes/bids/writing/versions.tsx'),
  route('bids/:reference/team', 'routes/bids/own/team.tsx'),
  route('bids/:reference/invitation', 'routes/bids/own/invitation.tsx'),
  route('bids/:reference/check', 'routes/bids/submitting/check.tsx'),
  route('bids/:reference/receipt', 'routes/bids/submitting/receipt.tsx'),
  route('bids/:reference/receipt.json', 'routes/bids/submitting/receipt-file.ts'),
  route('bids/:reference/withdraw', 'routes/bids/submitting/withdraw.tsx'),
  route('bids/:reference/discard', 'routes/bids/submitting/discard.tsx'),
  route('receipts/check', 'routes/bids/submitting/check-receipt.tsx'),
  route('questions/:reference/opening', 'routes/bids/opening/opening.tsx'),
  route('bids/:reference/exclude', 'routes/bids/opening/exclude.tsx'),
  // Evaluation
  route('questions/:reference/evaluation', 'routes/evaluation/evaluation.tsx'),
  route('questions/:reference/panel', 'routes/evaluation/panel/panel.tsx'),
  route('questions/:reference/panel/:person/end', 'routes/evaluation/panel/end-membership.tsx'),
  route('questions/:reference/declaration', 'routes/evaluation/interests/declaration.tsx'),
  route('questions/:reference/declarations', 'routes/evaluation/interests/declarations.tsx'),
  route('questions/:reference/declarations/:person/:stage', 'routes/evaluation/interests/decide.tsx'),
  route('bids/:reference/scores', 'routes/evaluation/scoring/scores.tsx'),
  route('questions/:reference/moderation', 'routes/evaluation/scoring/moderation.tsx'),
  route('questions/:reference/moderation/agree', 'routes/evaluation/scoring/agree.tsx'),
  route('bids/:reference/consensus', 'routes/evaluation/scoring/consensus.tsx'),
  route('questions/:reference/ranking', 'routes/evaluation/ranking/ranking.tsx'),
  route('questions/:reference/recommendation', 'routes/evaluation/ranking/recommend.tsx'),
  route('questions/:reference/decision/return', 'routes/evaluation/ranking/return.tsx'),
  // Awards
  route('questions/:reference/decision', 'routes/awards/decision/decision.tsx'),
  route('questions/:reference/summaries', 'routes/awards/decision/summaries.tsx'),
  route('questions/:reference/summaries/notice', 'routes/awards/decision/notice.tsx'),
  route('bids/:reference/summary', 'routes/awards/decision/bid-summary.tsx'),
  route('questions/:reference/file', 'routes/awards/decision/file.tsx'),
  route('awards', 'routes/awards/contract/own-awards.tsx'),
  route('awards/:reference', 'routes/awards/contract/award.tsx'),
  route('awards/:reference/withdraw', 'routes/awards/contract/withdraw.tsx'),
  route('awards/:reference/milestones', 'routes/awards/contract/milestones.tsx'),
  route('awards/:reference/contract', 'routes/awards/contract/contract.tsx'),
  route('awards/:reference/close', 'routes/awards/contract/close.tsx'),
  route('awards/:reference/milestones/:position/deliver', 'routes/awards/delivery/deliver.tsx'),
  route('awards/:reference/milestones/:position/pay', 'routes/awards/delivery/pay.tsx'),
  route('deliverables/:reference', 'routes/awards/delivery/deliverable.tsx'),
  route('deliverables/:reference/review', 'routes/awards/delivery/review.tsx'),
  route('deliverables/:reference/accept', 'routes/awards/delivery/accept.tsx'),
  route('deliverables/:reference/return', 'routes/awards/delivery/return.tsx'),
  // Knowledge base: what is known
  // Map and search
  // People
  // Account
  // Desk, inbox, audit, administration
  // Anything else
  route('*', 'routes/about/not-found.tsx'),
] satisfies RouteConfig;
