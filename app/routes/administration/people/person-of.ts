import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';

/** The page of the person in the address, or the list when it names nobody. */
export function personOf(params: { reference?: string }): string {
  const reference = parseReference(params.reference ?? '');
  return reference ? paths.person(reference) : paths.people();
}
