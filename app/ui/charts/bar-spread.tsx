import { useId } from 'react';

export type SpreadRow = {
  /** Whose answers these are: "Policy", "Researchers". */
  name: string;
  /** How many gave each answer, in the order of `answers`. */
  counts: readonly number[];
};

export type BarSpreadProps = { title: string; answers: readonly string[]; rows: readonly SpreadRow[] };

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const gap = 8;
const rowHeight = 78;
const barHeight = 40;

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** How a spread reads aloud: "Policy, 6: 1 low, 5 high. Researchers, 1: 1 low." */
export function spreadInWords({ answers, rows }: Omit<BarSpreadProps, 'title'>): string {
  return rows
    .map(({ name, counts }) => {
      const given = counts.flatMap((count, at) => (count > 0 ? [`${count} ${answers[at] ?? ''}`] : []));
      return `${name}, ${total(counts)}: ${given.join(', ') || 'none'}.`;
    })
    .join(' ');
}

type BarsProps = { row: SpreadRow; top: number; tallest: number; columns: number };

function Bars({ row, top, tallest, columns }: BarsProps) {
  const step = width / columns;
  const floor = top + rowHeight - gap;
  return (
    <g>
      <text x={0} y={top + 13} className="bar-spread__name">
        {row.name} ({total(row.counts)})
      </text>
      {row.counts.map((count, at) => {
        const height = count === 0 ? 1 : Math.max(3, (count / tallest) * barHeight);
        return (
          <g key={at}>
            <rect
              className="bar-spread__bar"
              x={at * step + gap / 2}
              y={floor - height}
              width={step - gap}
              height={height}
            />
            <text x={(at + 0.5) * step} y={floor - height - 4} textAnchor="middle">
              {count > 0 ? count : null}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Small bars for each group's answers; the title states the finding, the words say every figure. */
export function BarSpread({ title, answers, rows }: BarSpreadProps) {
  const id = useId();
  const tallest = Math.max(1, ...rows.flatMap((row) => row.counts));
  const height = rows.length * rowHeight + 18;
  const step = width / answers.length;
  return (
    <figure className="bar-spread">
      <figcaption className="bar-spread__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{spreadInWords({ answers, rows })}</desc>
        {rows.map((row, at) => (
          <Bars key={row.name} row={row} top={at * rowHeight} tallest={tallest} columns={answers.length} />
        ))}
        {answers.map((answer, at) => (
          <text key={answer} x={(at + 0.5) * step} y={height - 6} textAnchor="middle">
            {answer}
          </text>
        ))}
      </svg>
    </figure>
  );
}
