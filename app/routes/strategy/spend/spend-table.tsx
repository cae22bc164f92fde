import { SPEND_KIND_NAMES, SPEND_KINDS, showDifference } from '~/domain/insight/spend/spend';
import type { AreaSpend, Spend, SpendKind } from '~/domain/insight/spend/spend';
import { showBig } from '~/domain/ledger/big-money';
import { showShare } from '~/domain/ledger/shares';
import { showPounds } from '~/domain/measures/harm/harm-figure';
import type { ScoredHarm } from '~/domain/measures/harm/scored-harm.server';
import { PART_NAMES, PARTS, type Part } from '~/domain/strategy/scoring/score';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

type Filter = Record<string, string | undefined>;

/** The lines behind a sum. */
export const linesOf = (kind: SpendKind, area: string | undefined, filter: Filter): string =>
  paths.moneyLines({
    ...filter,
    ...(area === undefined ? {} : { area }),
    only: kind === 'committed' ? 'firm' : 'paid',
  });

interface SumProps {
  spend: Spend;
  kind: SpendKind;
  /** Undefined of all together. */
  area?: string | undefined;
  of: string;
  filter: Filter;
}

function Sum({ spend, kind, area, of, filter }: SumProps) {
  const lines = kind === 'committed' ? spend.committedLines : spend.spentLines;
  if (lines === 0) return 'None known';
  return (
    <a className="govuk-link" href={linesOf(kind, area, filter)}>
      {showBig(spend[kind])}
      <span className="govuk-visually-hidden">
        {' '}
        {kind} on {of}, in {lines} {lines === 1 ? 'line' : 'lines'}
      </span>
    </a>
  );
}

interface Props {
  areas: readonly AreaSpend[];
  harm: readonly ScoredHarm[];
  whole: Spend;
  noArea: Spend;
  elsewhere: Spend;
  filter: Filter;
}

/** Score and money of every threat area, with the rows behind each figure. */
export function SpendTable({ areas, harm, whole, noArea, elsewhere, filter }: Props) {
  const blank = (count: number) => Array.from({ length: count }, () => '');
  const sums = (of: string, spend: Spend, area?: string) =>
    SPEND_KIND_NAMES.flatMap((kind) => [
      <Sum key={kind} {...{ spend, kind, area, of, filter }} />,
      showShare(whole[kind] === 0 ? null : (100 * spend[kind]) / whole[kind]),
    ]);
  return (
    <ScrollingTable
      name="Threat areas by score, with their money"
      firstCellIsHeader
      head={[
        ...['Threat area', 'Number', 'Score', ...PARTS.map((part) => PART_NAMES[part])],
        ...SPEND_KIND_NAMES.flatMap((kind) => [SPEND_KINDS[kind], `Share of all ${kind}`]),
        ...['Rank by score', 'Rank by money', 'Difference'],
      ]}
      rows={[
        ...areas.map((area, index) => [
          <a key="area" className="govuk-link" href={paths.threatArea(area.slug)}>
            {area.name}
          </a>,
          index + 1,
          <strong key="score">{area.score.value}</strong>,
          ...PARTS.map((part) => <ScorePart key={part} {...{ area, part, harm }} />),
          ...sums(area.name, area.spend, area.slug),
          ...[area.rank, area.spendRank, showDifference(area.difference)],
        ]),
        ['No threat area', ...blank(6), ...sums('no threat area', noArea, 'none'), ...blank(3)],
        ...(elsewhere.committedLines + elsewhere.spentLines > 0
          ? [
              [
                'Threat areas without a score',
                ...blank(6),
                ...SPEND_KIND_NAMES.flatMap((kind) => [showBig(elsewhere[kind]), '']),
                ...blank(3),
              ],
            ]
          : []),
        ['All, each line once', ...blank(6), ...sums('everything', whole), ...blank(3)],
      ]}
    />
  );
}

/** A part of the score, and where it comes from. */
function ScorePart({
  area: { slug, name, scored },
  part,
  harm,
}: {
  area: AreaSpend;
  part: Part;
  harm: readonly ScoredHarm[];
}) {
  const value = scored[part];
  if (value === null) return <span className="text-quiet">Not known</span>;
  const figure = part === 'harm' ? harm.find((one) => one.slug === slug) : undefined;
  const link = (href: string, what: string) => (
    <a className="govuk-link" href={href}>
      {value}
      <span className="govuk-visually-hidden">
        , {what} of {name}
      </span>
    </a>
  );
  if (figure)
    return (
      <>
        {link(`${paths.harm()}#${figure.reference}`, 'the figure of harm')}
        <span className="govuk-hint block">
          {figure.estimate ? 'about ' : ''}
          {showPounds(figure.value)}, {figure.year}
        </span>
      </>
    );
  if (part === 'gap') return link(paths.rateUnderstanding(slug), 'how well it is understood');
  if (part === 'timeliness') return link(paths.search(`threat:${slug} decision:>=today`), 'the questions');
  return link(paths.search(`threat:${slug}`), 'the experts');
}
