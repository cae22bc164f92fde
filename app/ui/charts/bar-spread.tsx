import { useId } from 'react';

export type SpreadRow = {
  /** Whose answers these are: "Policy", "Researchers". */
  name: string;
  /** How many gave each answer, in the order of `answers`. */
  counts: readonly number[];
};

export type BarSpreadProps = { title: string; answers: readonly string[]; rows: readonly SpreadRow[] };

const width = 640;
const gap = 12;
const rowHeight = 46;
const nameWidth = 132;

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

function Bar({
  row,
  top,
  tallest,
  columns,
}: {
  row: SpreadRow;
  top: number;
  tallest: number;
  columns: number;
}) {
  const step = (width - nameWidth) / columns;
  return (
    <g>
      <text x={0} y={top + rowHeight - 6} className="bar-spread__name">
        {row.name} ({total(row.counts)})
      </text>
      {row.counts.map((count, at) => {
        const height = count === 0 ? 1 : Math.max(4, (count / tallest) * (rowHeight - 20));
        const x = nameWidth + at * step;
        const y = top + rowHeight - height;
        return (
          <g key={at}>
            <rect className="bar-spread__bar" x={x} y={y} width={step - gap} height={height} />
            {count > 0 ? (
              <text className="bar-spread__count" x={x + (step - gap) / 2} y={y - 4} textAnchor="middle">
                {count}
              </text>
            ) : null}
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
  const height = rows.length * (rowHeight + gap) + 24;
  const step = (width - nameWidth) / answers.length;
  return (
    <figure className="bar-spread">
      <figcaption className="bar-spread__title">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}title ${id}words`}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{spreadInWords({ answers, rows })}</desc>
        {rows.map((row, at) => (
          <Bar
            key={row.name}
            row={row}
            top={at * (rowHeight + gap)}
            tallest={tallest}
            columns={answers.length}
          />
        ))}
        {answers.map((answer, at) => (
          <text
            key={answer}
            className="bar-spread__answer"
            x={nameWidth + at * step + (step - gap) / 2}
            y={height - 6}
            textAnchor="middle"
          >
            {answer}
          </text>
        ))}
      </svg>
    </figure>
  );
}
