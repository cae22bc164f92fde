import { fieldProps, type Fields } from '~/components/form';
import { ALERTS, alerts } from '~/domain/matching/saved/saved-search';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';

const HINTS: Partial<Record<string, string>> = {
  daily: 'At 7 in the morning',
  weekly: 'At 7 in the morning',
};

/** The name of a saved search, and when one is told of new results. */
export const SearchFields = ({ fields }: { fields: Fields }) => (
  <>
    <TextInput label="Name" hint="Only you see it" {...fieldProps(fields.name)} />
    <Radios
      label="Tell me of new results"
      hint="In your inbox, and by letter if you get notices by mail. Alerts and feeds tell of questions and findings"
      items={alerts.map((value) => ({
        value,
        label: ALERTS[value],
        ...(HINTS[value] ? { hint: HINTS[value] } : {}),
      }))}
      {...fieldProps(fields.alert)}
    />
  </>
);
