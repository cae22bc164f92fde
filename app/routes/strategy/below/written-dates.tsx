import { TextInput } from '~/ui/forms/text-input';

interface FieldShown {
  name: string;
  id: string;
  error?: string | undefined;
  defaultValue?: string | undefined;
}

const HINT = 'As far as it is known: 2026, 2026-11 or 2026-11-21';

/** Dates as a source gives them; nobody has to make up a day. */
export function WrittenDates({ starts, ends }: { starts: FieldShown; ends: FieldShown }) {
  return (
    <>
      <TextInput label="In force from" hint={HINT} width={10} {...starts} />
      <TextInput
        label="In force until (optional)"
        hint={`${HINT}. Leave empty if no end is known`}
        width={10}
        {...ends}
      />
    </>
  );
}
