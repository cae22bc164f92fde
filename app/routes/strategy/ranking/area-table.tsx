import type { RankedArea } from '~/domain/insight/direction/ranking';
import { PART_NAMES, PARTS } from '~/domain/strategy/scoring/score';
import { DIMENSION_NAMES } from '~/domain/understanding/understanding';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

const shown = (part: number | null) => (part === null ? 'not known' : part.toString());

/** Threat areas with every part of their score. */
export function AreaTable({ areas }: { areas: readonly RankedArea[] }) {
  return (
    <ScrollingTable
      name="Threat areas by score"
      head={[
        'Rank',
        'Threat area',
        'Score',
        ...PARTS.map((part) => PART_NAMES[part]),
        'Share at home',
        'Place factor',
      ]}
      rows={areas.map(({ slug, name, rank, score, scored, weak }) => [
        rank,
        <span key={slug}>
          <a className="govuk-link" href={paths.threatArea(slug)}>
            {name}
          </a>{' '}
          {weak.length > 0 && (
            <Tag colour="orange">
              Weak on {weak.map((one) => DIMENSION_NAMES[one].toLowerCase()).join(', ')}
            </Tag>
          )}
        </span>,
        <strong key="score">{score.value}</strong>,
        ...PARTS.map((part) => shown(scored[part])),
        shown(scored.home),
        score.factor,
      ])}
    />
  );
}
