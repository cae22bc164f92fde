import { checkboxesProps, type Fields } from '~/components/form';
import type { TermChoice } from '~/domain/taxonomy/queries/term-choices.server';
import { Checkboxes } from '~/ui/forms/checkboxes';

const LISTS = [
  {
    field: 'threatAreas',
    scheme: 'threatArea',
    label: 'Threat areas',
    hint: 'Choose all that it is about. None, if it is about organised crime as a whole or about method.',
  },
  {
    field: 'strands',
    scheme: 'strand',
    label: 'Strands of the strategy',
    hint: 'Choose the kinds of work that could use it.',
  },
  {
    field: 'enablers',
    scheme: 'enabler',
    label: 'Enablers',
    hint: 'Choose what it says something about, if anything.',
  },
  {
    field: 'levels',
    scheme: 'level',
    label: 'Levels',
    hint: 'Choose where what it describes takes place, if it says so.',
  },
] as const;

/** The tags by which a finding is found and counted. */
export function TagBoxes({ fields, choices }: { fields: Fields; choices: TermChoice[] }) {
  return (
    <>
      {LISTS.map(({ field, scheme, label, hint }) => (
        <Checkboxes
          key={field}
          small
          label={label}
          labelProps={{ size: 's' }}
          hint={hint}
          items={choices
            .filter((choice) => choice.scheme === scheme)
            .map(({ slug, name }) => ({ value: slug, label: name }))}
          {...checkboxesProps(fields[field])}
        />
      ))}
    </>
  );
}

export const TAG_SCHEMES = LISTS.map(({ scheme }) => scheme);

/** The tags that a finding has, as the values of those boxes. */
export const tagValues = (terms: { scheme: string; slug: string }[]): Record<string, string[]> =>
  Object.fromEntries(
    LISTS.map(({ field, scheme }) => [
      field,
      terms.filter((term) => term.scheme === scheme).map(({ slug }) => slug),
    ]),
  );
