import type { FieldMetadata } from '@conform-to/react';
import type { Fields } from '../../form';

/** The fields of each row of a list such as `lines[0].role`. */
export function rowsOf(field: FieldMetadata<unknown> | undefined): Fields[] {
  if (!field) throw new Error('no such list of fields');
  const list = field as unknown as FieldMetadata<Record<string, unknown>[]>;
  return list.getFieldList().map((row) => row.getFieldset() as unknown as Fields);
}
