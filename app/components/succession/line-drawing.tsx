import { goesOn } from '~/domain/succession/reorganisation';
import type { LineStep } from './line-step';

const WIDTH = 640;
const BOX = { width: 230, height: 44 };
const GAP = 14;
const LETTERS = 28;

const short = (name: string): string => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name);
const heightOf = (count: number): number => count * (BOX.height + GAP) - GAP;
const topOf = (place: number, count: number, height: number): number =>
  (height - heightOf(count)) / 2 + place * (BOX.height + GAP);

/** Each reorganisation drawn from left to right; the table above says the same in words. */
export function LineDrawing({ steps }: { steps: LineStep[] }) {
  return steps.map((step) => {
    const height = heightOf(Math.max(step.ending.length, step.following.length, 1));
    const id = `line-${step.reference}`;
    const title = lineTitle(step);
    return (
      <figure className="succession" key={step.reference}>
        <figcaption className="succession__title">{title}</figcaption>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={id}>
          <title id={id}>{title}</title>
          {step.ending.flatMap((from, place) =>
            step.following.map((to, other) => (
              <line
                key={`${from.reference} ${to.reference}`}
                className="succession__way"
                x1={BOX.width}
                y1={topOf(place, step.ending.length, height) + BOX.height / 2}
                x2={WIDTH - BOX.width}
                y2={topOf(other, step.following.length, height) + BOX.height / 2}
              />
            )),
          )}
          {step.ending.map((one, place) => (
            <Box key={one.reference} one={one} x={0} y={topOf(place, step.ending.length, height)} />
          ))}
          {step.following.map((one, place) => (
            <Box
              key={one.reference}
              one={one}
              x={WIDTH - BOX.width}
              y={topOf(place, step.following.length, height)}
            />
          ))}
        </svg>
      </figure>
    );
  });
}

function lineTitle({ kind, ending, following }: LineStep): string {
  const [who, whom] = [ending, following].map((some) => some.map(({ name }) => name).join(' and '));
  return goesOn(kind)
    ? `A part of ${who ?? ''} went over to ${whom ?? ''}`
    : `${who ?? ''} went over to ${whom ?? ''}`;
}

function Box({ one, x, y }: { one: { name: string; itself: boolean }; x: number; y: number }) {
  return (
    <>
      <rect
        className={one.itself ? 'succession__box succession__box--itself' : 'succession__box'}
        {...{ x, y, ...BOX }}
      />
      <text x={x + BOX.width / 2} y={y + BOX.height / 2 + 5} textAnchor="middle">
        {short(one.name)}
      </text>
    </>
  );
}
