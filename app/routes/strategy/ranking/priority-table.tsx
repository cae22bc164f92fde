import type { RankedPriority } from '~/domain/insight/direction/ranking';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  priorities: readonly (RankedPriority & { counts?: { question: number; finding: number; award: number } })[];
  /** With what is asked, known and bought under each. */
  activity?: boolean;
  name?: string;
}

/** Priorities of a set by rank; what is mapped to no threat area is listed last, never dropped. */
export function PriorityTable({ priorities, activity, name = 'Priorities by score' }: Props) {
  return (
    <ScrollingTable
      name={name}
      head={[
        ...['Rank', 'Priority', 'Score', 'Threat areas it covers'],
        ...(activity ? ['Questions', 'Findings', 'Awards'] : []),
      ]}
      rows={priorities.map(({ reference, name: text, rank, score, areas, counts }) => [
        rank ?? 'None',
        <a key={reference} className="govuk-link" href={paths.priority(reference)}>
          {text}
        </a>,
        score ?? 'Not mapped',
        areas.map((area) => area.name).join(', ') || 'Unmapped: no threat area',
        ...(activity && counts ? [counts.question, counts.finding, counts.award] : []),
      ])}
    />
  );
}
