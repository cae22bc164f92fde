import { CHECK_COLOURS, CHECKS, showValue } from '~/domain/measures/measure';
import { showPeriodOf } from '~/domain/measures/period';
import type { MeasurePage } from '~/domain/measures/queries/measure-page.server';
import { CONFIDENCE_NAMES } from '~/domain/elicitation/horizon/yardstick';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

type Shown = Pick<MeasurePage, 'reference' | 'unit' | 'periodKind' | 'versions' | 'may'>;
type Value = MeasurePage['values'][number];

/** Every figure of each series, the newest first; corrected ones stay, struck out. */
export function MeasureValues({ measure, values }: { measure: Shown; values: Value[] }) {
  if (values.length === 0) return <p className="govuk-body">No figure is recorded yet.</p>;
  const numbers = [...new Set(values.map(({ version }) => version))].sort((a, b) => b - a);
  return (
    <>
      {numbers.map((number) => (
        <section key={number} aria-labelledby={`series-${number}`}>
          <h3 className="govuk-heading-s" id={`series-${number}`}>
            {numbers.length === 1 ? 'Figures' : `Figures by definition ${number}`}
          </h3>
          <ScrollingTable
            name={`Figures by definition ${number}`}
            head={['Period', 'Figure', 'Source', 'Confidence', 'Looked at', 'Recorded']}
            rows={values.filter(({ version }) => version === number).map((value) => rowOf(measure, value))}
          />
        </section>
      ))}
    </>
  );
}

function rowOf({ unit, periodKind, may }: Shown, value: Value) {
  const figure = showValue(value.value, unit);
  const period = showPeriodOf(periodKind, value.startsOn);
  return [
    <span key="period" id={value.reference}>
      {period}
    </span>,
    value.current ? (
      figure
    ) : (
      <span key="figure">
        <s>{figure}</s> corrected
      </span>
    ),
    <span key="source" className="whitespace-pre-line">
      {[value.source, value.note].filter(Boolean).join('\n')}
    </span>,
    CONFIDENCE_NAMES[value.confidence],
    <Checked key="checks" value={value} keep={may.keep} named={`${period}, ${figure}`} />,
    `${showDay(value.at)} by ${value.by}`,
  ];
}

function Checked({ value, keep, named }: { value: Value; keep: boolean; named: string }) {
  const { check, checks, current, reference, mayValidate } = value;
  const next =
    current && check === 'claimed' && keep
      ? { href: paths.evidenceValue(reference), text: 'Link evidence' }
      : mayValidate
        ? { href: paths.validateValue(reference), text: 'Validate' }
        : null;
  return (
    <>
      <Tag colour={CHECK_COLOURS[check]}>{CHECKS[check]}</Tag>
      {checks.map((one) => (
        <span key={one.step} className="block">
          <Evidence {...one} /> {one.note} ({one.by})
        </span>
      ))}
      {next && (
        <a className="govuk-link block" href={next.href}>
          {next.text}
          <span className="govuk-visually-hidden">: {named}</span>
        </a>
      )}
    </>
  );
}

const TO = {
  finding: paths.finding,
  dataset: paths.dataset,
  impact: paths.impactRecord,
  address: (address: string) => address,
};

function Evidence({ kind, reference, title }: Value['checks'][number]) {
  if (kind === 'none') return null;
  if (kind === 'hidden') return <>{title}:</>;
  return (
    <>
      <a
        className="govuk-link"
        href={TO[kind](reference)}
        rel={kind === 'address' ? 'noreferrer' : undefined}
      >
        {title}
      </a>
      :
    </>
  );
}
