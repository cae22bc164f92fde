import { HANDOVER_WORDS, type HandoverState } from '~/domain/succession/reorganisation';
import { showDate } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Row {
  item: string;
  id: string | null;
  label: string;
  path: string | null;
  live: boolean;
  from: string;
  to: string | null;
  words: string;
  answerBy: Date | string | null;
  state: HandoverState | null;
}

interface Props {
  name: string;
  rows: Row[];
  /** The name of the boxes to tick: by the thing, or by its handover. */
  choose: 'items' | 'handovers' | null;
}

/** Things that are handed over, one a line, with the last that was said of each. */
export function HandoverTable({ name, rows, choose }: Props) {
  return (
    <ScrollingTable
      name={name}
      head={[...(choose ? ['Tick'] : []), 'What', 'Held by', 'Offered to', 'State']}
      rows={rows.map((row) => [
        ...(choose ? [row.live ? <Tick key="tick" row={row} choose={choose} /> : ''] : []),
        row.path ? (
          <a key="what" className="govuk-link" href={row.path}>
            {row.label}
          </a>
        ) : (
          row.label
        ),
        row.state === 'accepted' ? `${row.from}, before` : row.from,
        row.to ?? 'Nobody',
        <State key="state" row={row} />,
      ])}
    />
  );
}

function Tick({ row, choose }: { row: Row; choose: 'items' | 'handovers' }) {
  const value = choose === 'items' ? row.item : (row.id ?? '');
  const id = `${choose}-${value}`;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input className="govuk-checkboxes__input" type="checkbox" id={id} name={choose} value={value} />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          <span className="govuk-visually-hidden">{row.label}</span>
        </label>
      </div>
    </div>
  );
}

function State({ row: { state, words, answerBy } }: { row: Row }) {
  if (state === null) return <>Offered to nobody</>;
  return (
    <>
      {HANDOVER_WORDS[state]}
      {state === 'waiting' && answerBy && `, until ${showDate(answerBy)}`}
      {words && <div className="govuk-hint">{words}</div>}
    </>
  );
}
