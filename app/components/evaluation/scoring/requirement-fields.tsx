import type { FieldMetadata } from '@conform-to/react';
import { fieldProps, type Fields } from '~/components/form';
import { Lines } from '~/components/lines';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

interface Props {
  list: FieldMetadata<unknown> | undefined;
  requirements: { position: number; text: string; evidence: string; answer: string }[];
}

/** Met or not met, and why, for every essential requirement, as `checks[0].met` and so on. */
export const RequirementFields = ({ list, requirements }: Props) =>
  rowsOf(list).map((row, index) => {
    const requirement = requirements[index];
    if (!requirement) return null;
    const { position, text, evidence, answer } = requirement;
    return (
      <section key={position} className="govuk-!-margin-bottom-7">
        <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
          {position}. {text}
        </h2>
        <p className="govuk-body-s">Evidence asked for: {evidence}</p>
        <Lines text={answer || 'Nothing was written.'} />
        <input type="hidden" name={row['position']?.name} value={position} />
        <Radios
          label={`Is requirement ${position} met?`}
          labelProps={{ size: 's' }}
          small
          items={[
            { value: 'yes', label: 'Met' },
            { value: 'no', label: 'Not met' },
          ]}
          {...fieldProps(row['met'])}
        />
        <Textarea label="Why, in words that the bidder may read" rows={2} {...fieldProps(row['reason'])} />
      </section>
    );
  });

function rowsOf(field: FieldMetadata<unknown> | undefined): Fields[] {
  if (!field) throw new Error('no such list of fields');
  const list = field as unknown as FieldMetadata<Record<string, unknown>[]>;
  return list.getFieldList().map((row) => row.getFieldset() as unknown as Fields);
}
