import { CLASSES, PARTS, showValue, WANTED } from '~/domain/measures/measure';
import { PERIOD_KINDS, showPeriodOf } from '~/domain/measures/period';
import type { MeasurePage } from '~/domain/measures/queries/measure-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

type Shown = Pick<
  MeasurePage,
  | 'priority'
  | 'area'
  | 'objective'
  | 'class'
  | 'part'
  | 'unit'
  | 'wanted'
  | 'periodKind'
  | 'baseline'
  | 'baselineOn'
  | 'effectMonths'
  | 'owner'
  | 'organisation'
  | 'reviewOn'
  | 'stateReason'
>;

function About({ priority, area, objective }: Shown) {
  const [text, href] = priority
    ? [`${priority.name} (${priority.prioritySet.document})`, paths.priority(priority.reference)]
    : area
      ? [area.name, paths.threatArea(area.slug)]
      : [
          `${objective?.name ?? ''} (${objective?.framework.document ?? ''})`,
          paths.objective(objective?.reference ?? ''),
        ];
  return (
    <a className="govuk-link" href={href}>
      {text}
    </a>
  );
}

/** What a measure says of itself; what is not said is unknown, never zero. */
export function MeasureFacts({ measure }: { measure: Shown }) {
  const { baseline, baselineOn, effectMonths, periodKind, unit, owner, organisation, reviewOn } = measure;
  return (
    <SummaryList
      rows={[
        { key: 'About', value: <About {...measure} /> },
        { key: 'Counts', value: CLASSES[measure.class] },
        { key: 'Cell of the scorecard', value: PARTS[measure.part] },
        { key: 'Unit', value: `${unit}, each ${PERIOD_KINDS[periodKind].toLowerCase()}` },
        { key: 'Wanted', value: WANTED[measure.wanted] },
        {
          key: 'Baseline',
          value:
            baseline === null || baselineOn === null
              ? 'Unknown'
              : `${showValue(baseline, unit)}, ${showPeriodOf(periodKind, baselineOn)}`,
        },
        {
          key: 'An effect can be seen after',
          value:
            effectMonths === null ? 'Not said' : `${effectMonths} ${effectMonths === 1 ? 'month' : 'months'}`,
        },
        {
          key: 'Owner',
          value: owner ? `${owner.name}, ${organisation?.name ?? 'no organisation'}` : 'Nobody yet',
        },
        { key: 'Look at it again on', value: reviewOn ? showDate(reviewOn) : 'Not set' },
        measure.stateReason ? { key: 'Why it was retired', value: measure.stateReason } : null,
      ]}
    />
  );
}
