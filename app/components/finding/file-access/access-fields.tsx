import { dateProps, fieldProps, type Fields } from '~/components/form';
import { LEVEL_WORDS } from '~/domain/knowledge/file-access/file-access';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

const LEVELS = Object.entries(LEVEL_WORDS).map(([value, label]) => ({
  value,
  label,
}));

/** Who may read the files, until when not, why, and on which conditions. */
export function AccessFields({ fields }: { fields: Fields }) {
  return (
    <>
      <Radios
        label="Who may read the files"
        labelProps={{ size: 's' }}
        items={LEVELS}
        {...fieldProps(fields.level)}
      />
      <DateInput
        label="The day on which the files open"
        labelProps={{ size: 's' }}
        hint="For an embargo only. The files open by themselves at the start of this day."
        {...dateProps(fields.opensOn)}
      />
      <Textarea
        label="Why"
        hint="Everybody who can read the finding reads this. To prolong an embargo, say what has changed since."
        rows={3}
        {...fieldProps(fields.reason)}
      />
      <Textarea
        label="Conditions of access (optional)"
        hint="Whoever asks for access must accept exactly this text, and it is kept with their request."
        rows={4}
        {...fieldProps(fields.conditions)}
      />
    </>
  );
}
