import { fieldProps, type Fields } from '~/components/form';
import { KIND_NAMES, PRIORITY_KINDS } from '~/domain/strategy/priority-set';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { WrittenDates } from '../below/written-dates';

/** The text that is signed, and who owns it. */
export function JointSetFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput label="Name of the set" {...fieldProps(fields['document'])} />
      <Textarea
        label="Organisations that own it, one a line"
        hint="Two at least, by their names in Soundings. Each has to sign before it is published"
        rows={4}
        {...fieldProps(fields['owners'])}
      />
      <Radios
        label="What kind of priorities are these?"
        items={PRIORITY_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
        {...fieldProps(fields['kind'])}
      />
      <WrittenDates starts={fieldProps(fields['startsWritten'])} ends={fieldProps(fields['endsWritten'])} />
      <Textarea label="Priorities, one a line" rows={8} {...fieldProps(fields['priorities'])} />
      <Textarea label="Note (optional)" rows={3} {...fieldProps(fields['note'])} />
    </>
  );
}
