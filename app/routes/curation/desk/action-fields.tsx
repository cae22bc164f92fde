import type { Asks } from '~/domain/curation/bulk-action';
import { checkboxesProps, dateProps, fieldProps, type Fields } from '~/components/form';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';

export interface Tag {
  scheme: string;
  slug: string;
  name: string;
}

const boxes = (tags: Tag[], scheme: string) =>
  tags.filter((tag) => tag.scheme === scheme).map(({ slug, name }) => ({ value: slug, label: name }));

/** What an action asks for besides the things it acts on. */
export function ActionFields({ asks, fields, tags }: { asks: readonly Asks[]; fields: Fields; tags: Tag[] }) {
  const reason = asks.includes('reason');
  return (
    <>
      {(reason || asks.includes('optional reason')) && (
        <Textarea
          label={reason ? 'Reason, for the person it concerns' : 'Reason (optional)'}
          hint="They are told in these words."
          rows={4}
          maxLength={1000}
          {...fieldProps(fields.reason)}
        />
      )}
      {asks.includes('day') && (
        <DateInput
          label="Look at it again on"
          hint="For example, 30 11 2027"
          {...dateProps(fields.reviewBy)}
        />
      )}
      {asks.includes('tags') && (
        <>
          <Checkboxes
            label="Threat areas to add"
            items={boxes(tags, 'threatArea')}
            small
            {...checkboxesProps(fields.threatAreas)}
          />
          <Checkboxes
            label="Strands to add"
            items={boxes(tags, 'strand')}
            small
            {...checkboxesProps(fields.strands)}
          />
        </>
      )}
    </>
  );
}
