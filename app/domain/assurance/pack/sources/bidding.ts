import { ofBid, ofQuestion, under, type Source } from './source';

/** Bids as far as they were opened; their words stand in `sealed-parts.server.ts`. */
export const BIDDING: Source[] = [
  ofQuestion({
    name: 'opener-deputy',
    title: 'Who opened in whose place',
    stage: 'bids',
    key: ['capacity'],
    order: 't.named_at',
  }),
  ofQuestion({
    name: 'opening-confirmation',
    title: 'Who opened',
    stage: 'bids',
    key: ['person_id'],
    order: 't.confirmed_at',
  }),
  ofQuestion({
    name: 'expression-round',
    title: 'Expressions of interest answered',
    stage: 'bids',
    key: ['question_id'],
    order: 't.told_at',
  }),
  under(
    {
      name: 'bid',
      title: 'Bids',
      stage: 'bids',
      order: 't.reference',
      gate: 'bids',
      omit: ['draft', 'draft_key', 'draft_key_id', 'saved_by_id', 'revision', 'updated_at', 'created_at'],
    },
    't.id IN (SELECT id FROM shown)',
  ),
  ofBid({
    name: 'bid-submission',
    title: 'What was sent, and when',
    stage: 'bids',
    order: 't.submitted_at',
    where: 't.bid_id IN (SELECT id FROM shown) AND t.replaced_at IS NULL AND t.withdrawn_at IS NULL',
    omit: ['sealed_quality', 'sealed_price', 'receipt_nonce', 'receipt_signature'],
  }),
  ofBid({
    name: 'bid-member',
    title: 'People in bids',
    stage: 'bids',
    key: ['bid_id', 'person_id'],
    order: 't.invited_at',
    where: 't.bid_id IN (SELECT id FROM shown) AND t.accepted_at IS NOT NULL AND t.declined_at IS NULL',
  }),
  ofBid({
    name: 'bid-partner',
    title: 'Partners in bids',
    stage: 'bids',
    key: ['bid_id', 'organisation_id'],
    order: 't.organisation_id',
  }),
  ofBid({
    name: 'bid-sign-off',
    title: 'Signed for their organisation',
    stage: 'bids',
    order: 't.asked_at',
    where: 't.bid_id IN (SELECT id FROM shown) AND t.signed_at IS NOT NULL AND t.voided_at IS NULL',
    omit: ['address', 'nonce', 'content_hash'],
  }),
  ofQuestion({
    name: 'bidder-reveal',
    title: 'When bidders were shown',
    stage: 'bids',
    key: ['question_id'],
    order: 't.revealed_at',
  }),
];
