import { AWARD_STATE_NAMES, type AwardState } from '~/domain/awards/award';
import { MILESTONE_STATE_NAMES, type MilestoneState } from '~/domain/awards/delivery/milestone';
import { Tag, type TagColour } from '~/ui/content/tag';

export const AWARD_COLOURS: Record<AwardState, TagColour> = {
  decided: 'purple',
  standstill: 'yellow',
  extended: 'orange',
  readyToContract: 'teal',
  inDelivery: 'blue',
  closed: 'green',
  withdrawn: 'orange',
};

const MILESTONE_COLOURS: Record<MilestoneState, TagColour> = {
  due: 'grey',
  returned: 'orange',
  delivered: 'blue',
  reviewed: 'teal',
  accepted: 'green',
  paid: 'green',
  cancelled: 'grey',
};

export const AwardTag = ({ state }: { state: AwardState }) => (
  <Tag colour={AWARD_COLOURS[state]}>{AWARD_STATE_NAMES[state]}</Tag>
);

export const MilestoneTag = ({ state }: { state: MilestoneState }) => (
  <Tag colour={MILESTONE_COLOURS[state]}>{MILESTONE_STATE_NAMES[state]}</Tag>
);
