import type { SubmissionResult } from '@conform-to/react';
import { rowsOf } from '~/components/bid/writing/rows';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { fieldProps, Form } from '../form';

interface Props {
  items: { key: string; what: string }[];
  reply: { result: SubmissionResult } | undefined;
  backHref: string;
}

/** A reason for each thing that is open, and what the next commission should know. */
export const ClosingForm = ({ items, reply, backHref }: Props) => (
  <Form reply={reply} values={{ open: items.map(({ key }) => ({ key, reason: '' })) }}>
    {(fields) => (
      <>
        {rowsOf(fields['open']).map((row, index) => {
          const item = items[index];
          return item ? (
            <div key={item.key}>
              <input type="hidden" name={`open[${index}].key`} value={item.key} />
              <Textarea
                label={`Why is it closed with this open? ${item.what}`}
                rows={2}
                {...fieldProps(row['reason'])}
              />
            </div>
          ) : null;
        })}
        <h2 className="govuk-heading-m">What you learnt</h2>
        <p className="govuk-body">
          Every team that commissions can read it. Leave empty what you cannot say.
        </p>
        <Textarea label="What worked" rows={4} {...fieldProps(fields['worked'])} />
        <Textarea label="What did not" rows={4} {...fieldProps(fields['didNot'])} />
        <Textarea label="For the next commission" rows={4} {...fieldProps(fields['nextTime'])} />
        <ActionBar>
          <Button once>Close the award</Button>
          <a className="govuk-link" href={backHref}>
            Cancel
          </a>
        </ActionBar>
      </>
    )}
  </Form>
);
