import type { Counts } from '~/domain/insight/direction/activity.server';
import type { AreaCompared, Comparison } from '~/domain/insight/direction/comparison';
import type { RankedPriority } from '~/domain/insight/direction/ranking';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PriorityTable } from './priority-table';

interface SetShown {
  slug: string;
  document: string;
  priorities: (RankedPriority & { counts: Counts })[];
  aligned: Counts;
}

interface Compared extends Comparison {
  one: SetShown;
  other: SetShown;
  all: Counts;
  untagged: Counts;
}

/** What the comparison shows, in a sentence. */
export function headingOf({ areas }: Pick<Compared, 'areas'>): string {
  const moved = areas.filter(({ change }) => change !== null && change !== 0).length;
  const alone = areas.filter(({ one, other }) => (one === null) !== (other === null)).length;
  if (moved === 0 && alone === 0) return 'Both sets rank the same threat areas alike';
  const parts = [
    ...(moved > 0 ? [`${moved} threat ${moved === 1 ? 'area moves' : 'areas move'}`] : []),
    ...(alone > 0 ? [`${alone} ${alone === 1 ? 'is' : 'are'} in one set alone`] : []),
  ];
  return parts.join(' and ');
}

const rankShown = (rank: number | null) => rank ?? 'Not in this set';

function changeShown({ one, other, change }: AreaCompared): string {
  if (one === null && other === null) return 'In neither';
  if (change === null) return one === null ? 'Comes in' : 'Drops out';
  if (change === 0) return 'Stays';
  return change > 0 ? `Up ${change}` : `Down ${-change}`;
}

export function ComparedSets({ compared }: { compared: Compared }) {
  const { one, other, areas, top, harm } = compared;
  return (
    <>
      <h2 className="govuk-heading-l">Threat areas under both</h2>
      <ScrollingTable
        name="Rank of each threat area under both sets"
        head={['Threat area', 'Score', one.document, other.document, 'Change']}
        rows={areas.map((area) => [
          <a key={area.slug} className="govuk-link" href={paths.threatArea(area.slug)}>
            {area.name}
          </a>,
          area.score,
          rankShown(area.one),
          rankShown(area.other),
          changeShown(area),
        ])}
      />
      <p className="govuk-body">
        Among the first {top.count} come in: {top.entering.join(', ') || 'none'}. Drop out:{' '}
        {top.leaving.join(', ') || 'none'}.
      </p>
      <p className="govuk-body">
        {harm
          ? `Of the harm that is known, the first set covers ${harm.one}%, the second ${harm.other}%.`
          : 'No harm figure is recorded, so nothing is weighed by harm.'}
      </p>
      <Left compared={compared} />
      {[one, other].map((set) => (
        <section key={set.slug}>
          <h2 className="govuk-heading-l">{set.document}</h2>
          <PriorityTable priorities={set.priorities} activity name={`Priorities of ${set.document}`} />
        </section>
      ))}
      <Alignment {...compared} />
    </>
  );
}

function Left({ compared: { unmapped } }: { compared: Compared }) {
  return (
    <>
      <h2 className="govuk-heading-m">What is left out</h2>
      {unmapped.priorities.length + unmapped.areas.length === 0 && (
        <p className="govuk-body">Every priority is mapped, and every threat area is in one of the sets.</p>
      )}
      <ul className="govuk-list govuk-list--bullet">
        {unmapped.priorities.map(({ set, name }) => (
          <li key={`${set} ${name}`}>
            Unmapped priority of {set}: {name}
          </li>
        ))}
        {unmapped.areas.map((name) => (
          <li key={name}>In neither set: {name}</li>
        ))}
      </ul>
    </>
  );
}

function Alignment({ one, other, all, untagged }: Compared) {
  const row = (name: string, { question, finding, award }: Counts) => [name, question, finding, award];
  return (
    <>
      <h2 className="govuk-heading-m">What is done under each</h2>
      <ScrollingTable
        name="Questions, findings and awards under each set, each counted once"
        head={['', 'Questions', 'Findings', 'Awards']}
        rows={[
          row(one.document, one.aligned),
          row(other.document, other.aligned),
          row('All there are', all),
          row('Of these without a threat area', untagged),
        ]}
      />
    </>
  );
}
