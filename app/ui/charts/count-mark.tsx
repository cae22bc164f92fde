export type CountKind =
  'question' | 'commission' | 'finding-low' | 'finding-moderate' | 'finding-high' | 'not-appraised';

const names: Record<CountKind, [one: string, many: string]> = {
  question: ['open question', 'open questions'],
  commission: ['live commission', 'live commissions'],
  'finding-low': ['finding, low confidence', 'findings, low confidence'],
  'finding-moderate': ['finding, moderate confidence', 'findings, moderate confidence'],
  'finding-high': ['finding, high confidence', 'findings, high confidence'],
  'not-appraised': ['finding not yet appraised', 'findings not yet appraised'],
};

export type CountMarkProps = { kind: CountKind; count: number; href?: string; label?: string };

/** A number in a shape that says of what: ring, square, filled, filled darker, hatched. */
export function CountMark({ kind, count, href, label = names[kind][count === 1 ? 0 : 1] }: CountMarkProps) {
  const className = `count-mark count-mark--${kind}`;
  const content = (
    <>
      {count}
      <span className="govuk-visually-hidden"> {label}</span>
    </>
  );
  return href ? (
    <a className={className} href={href}>
      {content}
    </a>
  ) : (
    <span className={className}>{content}</span>
  );
}
