import type { OwnFinding } from '~/domain/knowledge/queries/own-findings.server';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { TaskList } from '~/ui/content/task-list';
import { findingTag } from '../finding-state';

/** What the reader is writing or has sent: the way back to each draft. */
export function OwnFindings({ findings }: { findings: OwnFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="own-findings">
      <h2 className="govuk-heading-m" id="own-findings">
        What you are sharing
      </h2>
      <TaskList
        tasks={findings.map(({ reference, title, state, returnedReason }) => ({
          title: title || 'A draft without a title',
          href: state === 'submitted' ? paths.finding(reference) : paths.checkFinding(reference),
          hint: returnedReason ?? undefined,
          status: <Tag colour={findingTag(state).colour}>{findingTag(state).text}</Tag>,
        }))}
      />
    </section>
  );
}
