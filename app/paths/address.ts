import { showReference } from '../domain/reference';

export const enc = encodeURIComponent;
/** As it stands in an address, whether it comes from the database or from an address itself. */
export const ref = (reference: string): string => {
  const compact = reference.replace('-', '');
  return /^\w+$/.test(compact) ? showReference(compact) : enc(reference);
};

export type Filters = Record<string, string | string[] | undefined>;

/** An address with filters, lists as repeated parameters; what is not chosen is left out. */
export function withFilters(address: string, filters: Filters): string {
  const pairs = Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one]),
  );
  return pairs.length === 0 ? address : `${address}?${new URLSearchParams(pairs).toString()}`;
}
