import { MARKS, MARK_NAMES, type Counts } from '~/domain/insight/map/marks';
import { CountMarkKey } from '~/ui/charts/count-mark-key';

/** What the shapes stand for, each with its total over the whole map. */
export function MapKey({ total }: { total: Counts }) {
  return (
    <ul className="govuk-list flex flex-wrap gap-y-2" aria-label="What the marks count, with totals">
      {MARKS.map((kind) => (
        <li key={kind} className="govuk-!-margin-bottom-0">
          <CountMarkKey kind={kind} count={total[kind]} text={MARK_NAMES[kind]} />
          <span className="govuk-visually-hidden">: {total[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
