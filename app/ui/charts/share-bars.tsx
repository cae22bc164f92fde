import { useId } from 'react';

export type ShareRow = {
  name: string;
  /** From 0 to 100. */
  share: number;
  /** Where it should lie, if anybody said so. */
  band?: { low: number; high: number } | null | undefined;
  /** Nobody said whose it is: drawn hollow. */
  open?: boolean;
};

export type ShareBarsProps = { title: string; rows: readonly ShareRow[]; show: (share: number) => string };

// In units of the drawing, which fits the narrowest screen at about its true size.
const width = 320;
const rowHeight = 46;
const at = (share: number) => Math.round(share * width) / 100;

/** How the shares read aloud: "Pursue: 79%, band 40% to 60%. Unattributed: 17%." */
export const sharesInWords = ({ rows, show }: Omit<ShareBarsProps, 'title'>): string =>
  rows
    .map(
      ({ name, share, band }) =>
        `${name}: ${show(share)}${band ? `, band ${show(band.low)} to ${show(band.high)}` : ''}.`,
    )
    .join(' ');

/** A bar for each share of the whole, with the band it should lie in as a bracket over it. */
export function ShareBars({ title, rows, show }: ShareBarsProps) {
  const id = useId();
  return (
    <figure className="share-bars">
      <figcaption className="share-bars__title">{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
        role="img"
        aria-labelledby={`${id}title ${id}words`}
      >
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}words`}>{sharesInWords({ rows, show })}</desc>
        {rows.map(({ name, share, band, open }, index) => {
          const top = index * rowHeight;
          return (
            <g key={name}>
              <text x={0} y={top + 13}>
                {name}: {show(share)}
              </text>
              <rect className="share-bars__whole" x={0} y={top + 22} width={width} height={14} />
              <rect
                className={open ? 'share-bars__open' : 'share-bars__bar'}
                x={0}
                y={top + 22}
                width={at(share)}
                height={14}
              />
              {band ? (
                <rect
                  className="share-bars__band"
                  x={at(band.low)}
                  y={top + 19}
                  width={Math.max(1, at(band.high - band.low))}
                  height={20}
                />
              ) : null}
            </g>
          );
        })}
      </svg>
      <Key banded={rows.some(({ band }) => band)} open={rows.some(({ open }) => open)} />
    </figure>
  );
}

function Key({ banded, open }: { banded: boolean; open: boolean }) {
  const words = [
    ...(banded ? ['Outlined: the band in which the share should lie.'] : []),
    ...(open ? ['Dashed: of none of these.'] : []),
  ];
  return words.length === 0 ? null : <p className="govuk-body-s">{words.join(' ')}</p>;
}
