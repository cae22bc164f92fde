import type { Offer, Offered } from '~/domain/matching/facets/narrowed-query';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { SidePanel } from '~/ui/layout/side-panel';

/** The first fields stand open; the others wait until they are asked for. */
const OPEN = 3;

/** What a search can be narrowed by: each value is a link that adds it to what was typed. */
export function Narrow({ facets, countedFirst }: { facets: Offered; countedFirst: number | null }) {
  if (facets.offers.length === 0) return null;
  return (
    <SidePanel title="Narrow the search" label="Narrow the search">
      <p className="govuk-hint" id="narrow">
        {countedFirst === null
          ? 'The numbers count all that was found.'
          : `The numbers count the first ${countedFirst.toLocaleString('en-GB')} of each kind.`}
      </p>
      {facets.offers.map((offer, place) => (
        <Details key={offer.field} summary={offer.title} open={place < OPEN}>
          <Values offer={offer} />
        </Details>
      ))}
    </SidePanel>
  );
}

/** Where the facets stand below everything else, a way to them. */
export const ToNarrow = ({ offers }: Pick<Offered, 'offers'>) =>
  offers.length > 0 && (
    <p className="govuk-body tablet:hidden">
      <a className="govuk-link" href="#narrow">
        Narrow the search
      </a>
    </p>
  );

const Values = ({ offer: { title, values } }: { offer: Offer }) => (
  <ul className="govuk-list" aria-label={title}>
    {values.map(({ value, label, number, narrowed }) => (
      <li key={value}>
        <a className="govuk-link" href={paths.search(narrowed)}>
          {label}
        </a>{' '}
        <span className="govuk-hint">({number.toLocaleString('en-GB')})</span>
      </li>
    ))}
  </ul>
);

/** What narrows the search already, each with a link to the search without it. */
export function Chosen({ chosen }: Pick<Offered, 'chosen'>) {
  if (chosen.length === 0) return null;
  return (
    <ul className="govuk-list filter-panel__chosen" aria-label="Chosen conditions">
      {chosen.map(({ field, value, title, label, without }) => (
        <li key={`${field}:${value}`}>
          <a className="filter-panel__chip" href={paths.search(without)}>
            <span className="govuk-visually-hidden">Remove this condition: </span>
            {title}: {label}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
