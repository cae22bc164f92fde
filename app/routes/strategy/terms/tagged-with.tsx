import type { ItemsAbout } from '~/domain/insight/items-about.server';
import { noFacts } from '~/domain/insight/map/cells/cell-facts';
import { gapsOf } from '~/domain/insight/map/cells/gap-kinds';
import { LENSES } from '~/domain/insight/map/map-view';
import { sumOf } from '~/domain/insight/map/marks';
import type { TermScheme } from '~/domain/taxonomy/term';
import { paths } from '~/paths';
import { GapMarks } from '~/components/map/gap-marks';
import { Marks } from '~/components/map/marks';
import { showCount } from '~/domain/words';

/** Which filter of the lists carries a scheme; others cannot be filtered by. */
const FILTERS: Partial<Record<TermScheme, string>> = {
  threatArea: 'threat',
  strand: 'strand',
  enabler: 'enabler',
  level: 'level',
};

interface Props {
  term: { reference: string; scheme: TermScheme; slug: string; children: unknown[] };
  items: ItemsAbout;
  experts: number | null;
  may: { seeGaps: boolean; raiseQuestions: boolean };
}

/** Schemes that the form of a new question takes from an address. */
const ASKED_BY: readonly TermScheme[] = ['threatArea', 'strand', 'enabler'];

/** What is missing, in words, and for those who write questions where to ask. For the network alone. */
function Missing({ term, items, may }: Pick<Props, 'term' | 'items' | 'may'>) {
  // Whether a review is missed is told by cell on the map, where kinds of study are counted.
  const facts = { ...noFacts(), current: items.current, reviews: 1 };
  const kinds = gapsOf(items.counts, facts).filter((kind) => kind !== 'unfunded');
  const filter = ASKED_BY.includes(term.scheme) ? FILTERS[term.scheme] : undefined;
  const lens = LENSES.find((one) => one === term.scheme);
  return (
    <>
      {kinds.length > 0 && <GapMarks kinds={kinds} dueOn={null} />}
      <p className="govuk-body">
        {may.raiseQuestions && sumOf(items.counts) === 0 && (
          <>
            <a className="govuk-link" href={paths.raiseQuestion(filter ? { [filter]: term.slug } : {})}>
              Ask the first question about it
            </a>
            {'; '}
          </>
        )}
        <a
          className="govuk-link"
          href={paths.map(lens && lens !== 'strand' ? { [lens]: term.slug } : { columns: term.scheme })}
        >
          see its gaps on the map
        </a>
      </p>
    </>
  );
}

/** What carries a term, in figures; each opens its list where the lists can be filtered by it. */
export function TaggedWith({ term, items, experts, may }: Props) {
  const filter = FILTERS[term.scheme];
  const count = sumOf(items.counts);
  return (
    <>
      <h2 className="govuk-heading-m">Tagged with it</h2>
      {count === 0 ? (
        <p className="govuk-body">No question or finding that you may see carries this term.</p>
      ) : (
        <p className="govuk-body">
          {filter && term.children.length === 0 ? (
            <Marks named counts={items.counts} about={{ [filter]: term.slug }} />
          ) : (
            showCount(count, 'question or finding', 'questions and findings')
          )}
        </p>
      )}
      {may.seeGaps && <Missing term={term} items={items} may={may} />}
      {items.asked.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {items.asked.map(({ reference, title }) => (
            <li key={reference}>
              <a className="govuk-link" href={paths.question(reference)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      {items.findings.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {items.findings.map(({ reference, title }) => (
            <li key={reference}>
              <a className="govuk-link" href={paths.finding(reference)}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
      {experts !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.expertsOn(term.reference)}>
            {experts === 1 ? '1 expert' : `${experts} experts`}
          </a>{' '}
          {experts === 1 ? 'names' : 'name'} it among what they work on.
        </p>
      )}
    </>
  );
}
