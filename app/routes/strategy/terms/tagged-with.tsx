import type { ItemsAbout } from '~/domain/insight/items-about.server';
import { sumOf } from '~/domain/insight/map/marks';
import type { TermScheme } from '~/domain/taxonomy/term';
import { paths } from '~/paths';
import { Marks } from '~/components/map/marks';

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
}

/** What carries a term, in figures; each opens its list where the lists can be filtered by it. */
export function TaggedWith({ term, items, experts }: Props) {
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
            `${count} questions and findings`
          )}
        </p>
      )}
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
