import type { ReactNode } from 'react';

export type TimelineEvent = {
  title: ReactNode;
  /** As a reader reads it: "21 November 2026 at 5pm". */
  when: string;
  /** The same moment for machines, in ISO 8601. */
  dateTime?: string;
  by?: ReactNode;
  children?: ReactNode;
};

type TimelineProps = { events: readonly TimelineEvent[]; headingLevel?: 2 | 3 | 4 };

/** What happened, newest first or oldest first as the page has it. */
export function Timeline({ events, headingLevel = 3 }: TimelineProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="timeline">
      {events.map(({ title, when, dateTime, by, children }, index) => (
        <li className="timeline__event" key={index}>
          <Heading className="timeline__title">{title}</Heading>
          <p className="timeline__byline">
            <time dateTime={dateTime}>{when}</time>
            {by ? <> by {by}</> : null}
          </p>
          {children ? <div className="timeline__body">{children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
