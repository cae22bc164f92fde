import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';

export type Task = {
  title: ReactNode;
  href?: string;
  hint?: ReactNode;
  /** A text or a `<Tag>`; "Completed" by convention is plain text, what is to do is a blue tag. */
  status: ReactNode;
  className?: string;
  titleClassName?: string;
  statusClassName?: string;
};

export type TaskListProps = Omit<ComponentPropsWithoutRef<'ul'>, 'children'> & {
  tasks: readonly (Task | false | null | undefined)[];
  idPrefix?: string;
};

function TaskItem({ task, id }: { task: Task; id: string }) {
  const hintId = task.hint ? `${id}-hint` : undefined;
  const statusId = `${id}-status`;
  return (
    <li
      className={classNames(
        'govuk-task-list__item',
        task.href && 'govuk-task-list__item--with-link',
        task.className,
      )}
    >
      <div className="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            className={classNames('govuk-link govuk-task-list__link', task.titleClassName)}
            href={task.href}
            aria-describedby={classNames(hintId, statusId)}
          >
            {task.title}
          </a>
        ) : (
          <div className={task.titleClassName}>{task.title}</div>
        )}
        {task.hint ? (
          <div id={hintId} className="govuk-task-list__hint">
            {task.hint}
          </div>
        ) : null}
      </div>
      <div className={classNames('govuk-task-list__status', task.statusClassName)} id={statusId}>
        {task.status}
      </div>
    </li>
  );
}

export function TaskList({ tasks, idPrefix = 'task-list', className, ...rest }: TaskListProps) {
  return (
    <ul className={classNames('govuk-task-list', className)} {...rest}>
      {tasks.map((task, index) =>
        task ? <TaskItem key={index} task={task} id={`${idPrefix}-${index + 1}`} /> : null,
      )}
    </ul>
  );
}
