import { labelOf } from '~/domain/assurance/pack/field-label';
import { Checkboxes } from '~/ui/forms/checkboxes';

export interface ShownRecord {
  key: string;
  withheld: string[];
  fields: { field: string; value: string; withheld: string[] }[];
}

interface Props {
  number: number;
  record: ShownRecord;
  /** The one that a message about all of them stands beside. */
  first: boolean;
  name: string;
  id: string;
  error: string | undefined;
  defaultValue: string[];
}

const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

const nameOf = (field: string): string =>
  field
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : labelOf(step)))
    .join(' ');

/** One record, each of its fields with a box; identifiers that stand for nothing readable are left out. */
export function RecordToRedact({ number, record, first, name, id, error, defaultValue }: Props) {
  const { key, withheld, fields } = record;
  if (withheld.length > 0)
    return (
      <p className="govuk-body">
        Record {number} is withheld ({withheld.join(', ')}).
      </p>
    );
  const items = fields
    .filter(({ value }) => !IDENTIFIER.test(value))
    .map((one) => ({
      value: `${key}#${one.field}`,
      label: nameOf(one.field),
      hint: `${one.value}${one.withheld.length > 0 ? ` (withheld: ${one.withheld.join('; ')})` : ''}`,
    }));
  return (
    <Checkboxes
      label={`Record ${number}`}
      small
      name={name}
      id={first ? id : `${id}-record-${number}`}
      error={first ? error : undefined}
      defaultValue={defaultValue}
      items={[...items, { value: `${key}#`, label: 'All of this record' }]}
    />
  );
}
