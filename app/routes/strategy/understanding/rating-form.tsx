import type { FormReply } from '~/web/act.server';
import { Form, dateProps, fieldProps } from '~/components/form';
import {
  DIMENSION_NAMES,
  DIMENSIONS,
  LEVEL_MEANINGS,
  LEVEL_NAMES,
  UNDERSTANDING_LEVELS,
} from '~/domain/understanding/understanding';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

/** One judgement of one side. */
export function RatingForm({ reply }: { reply: FormReply | undefined }) {
  return (
    <>
      <h2 className="govuk-heading-l">Add your judgement</h2>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios
              label="Which side of it"
              items={DIMENSIONS.map((value) => ({ value, label: DIMENSION_NAMES[value] }))}
              {...fieldProps(fields['dimension'])}
            />
            <Radios
              label="How well it is understood"
              items={[
                ...UNDERSTANDING_LEVELS.map((value) => ({
                  value,
                  label: LEVEL_NAMES[value],
                  hint: LEVEL_MEANINGS[value],
                })),
                { value: 'unknown', label: 'Unknown again', hint: 'takes the judgement before back' },
              ]}
              {...fieldProps(fields['level'])}
            />
            <Textarea label="On what you base this" rows={4} {...fieldProps(fields['basis'])} />
            <Textarea
              label="Findings it rests on (optional)"
              hint="References, one a line, like H7K4-QXMF"
              rows={3}
              {...fieldProps(fields['findings'])}
            />
            <DateInput
              label="Look again by"
              hint="Not needed where it becomes unknown again"
              {...dateProps(fields['reviewBy'])}
            />
            <Button once>Record the judgement</Button>
          </>
        )}
      </Form>
    </>
  );
}
