import { REQUEST_STATES, type RequestState } from '~/domain/assurance/requests/information-request';
import { Tag } from '~/ui/content/tag';

const COLOURS = {
  waiting: 'yellow',
  open: 'blue',
  dueToday: 'orange',
  overdue: 'red',
  closed: 'grey',
} as const satisfies Record<RequestState, string>;

export const RequestTag = ({ state }: { state: RequestState }) => (
  <Tag colour={COLOURS[state]}>{REQUEST_STATES[state]}</Tag>
);
