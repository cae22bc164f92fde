import { NAMED_PAGES, type NamedPage, type NamedPageKind } from '~/domain/matching/pages/named-page';
import { paths } from '~/paths';
import type { ProductPage } from './product-pages.server';

const ADDRESSES: Record<NamedPageKind, (key: string) => string> = {
  threatArea: (slug) => paths.threatArea(slug),
  intervention: (slug) => paths.intervention(slug),
  term: (reference) => paths.term(reference),
  priority: (reference) => paths.priority(reference),
  framework: (slug) => paths.framework(slug),
  prioritySet: (slug) => paths.prioritySet(slug),
  collection: (slug) => paths.collection(slug),
  dataset: (reference) => paths.dataset(reference),
  signal: (reference) => paths.signal(reference),
  measure: (reference) => paths.measureRecord(reference),
  capability: (reference) => paths.capability(reference),
  group: (reference) => paths.group(reference),
};

interface Props {
  named: readonly NamedPage[];
  product: readonly ProductPage[];
}

/** Pages about what was asked for, before the records that speak of it. */
export function PagesFound({ named, product }: Props) {
  if (named.length + product.length === 0) return null;
  return (
    <section aria-labelledby="pages">
      <h2 className="govuk-heading-l" id="pages">
        Pages
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {named.map(({ kind, key, name, of }) => (
          <li key={`${kind} ${key}`}>
            <a className="govuk-link govuk-!-font-weight-bold" href={ADDRESSES[kind](key)}>
              {name}
            </a>
            <p className="govuk-hint govuk-!-margin-top-0 govuk-!-margin-bottom-1">
              {[NAMED_PAGES[kind], of].filter(Boolean).join(', ')}
            </p>
          </li>
        ))}
        {product.map(({ name, href }) => (
          <li key={href}>
            <a className="govuk-link govuk-!-font-weight-bold" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
