import { Tag } from './tag';

/** The usual statuses of a task. */
export function TaskStatus({ state }: { state: 'done' | 'started' | 'to do' | 'not yet' | 'wrong' }) {
  if (state === 'done') return <>Completed</>;
  if (state === 'started') return <Tag colour="teal">In progress</Tag>;
  if (state === 'to do') return <Tag colour="blue">Not yet started</Tag>;
  if (state === 'wrong') return <Tag colour="red">There is a problem</Tag>;
  return <span className="govuk-task-list__status--cannot-start-yet">Cannot start yet</span>;
}
