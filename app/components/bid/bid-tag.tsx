import { BID_STATE_LABELS, type BidState } from '~/domain/bids/bid';
import { Tag, type TagColour } from '~/ui/content/tag';

const COLOURS: Record<BidState, TagColour> = {
  draft: 'grey',
  submitted: 'green',
  withdrawn: 'orange',
  opened: 'blue',
  inEvaluation: 'teal',
  awarded: 'green',
  notAwarded: 'purple',
  excluded: 'red',
};

export const BidTag = ({ state }: { state: BidState }) => (
  <Tag colour={COLOURS[state]}>{BID_STATE_LABELS[state]}</Tag>
);
