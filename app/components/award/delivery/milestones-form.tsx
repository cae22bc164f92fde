import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, dateProps, dayValues, fieldProps, Form } from '~/components/form';
import { rowsOf } from '~/components/bid/writing/rows';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Fieldset } from '~/ui/forms/fieldset';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';

interface Props {
  milestones: { title: string; dueOn: Date; amount: number; approval: boolean; kind: { code: string } }[];
  kinds: { code: string; name: string; hint: string }[];
  reply: { result: SubmissionResult } | undefined;
  backHref: string;
}

const MORE_ROWS = 2;
const EMPTY = { title: '', amount: '', approval: '', kind: 'deliverable' };

/** The whole plan at once, with two empty rows for more; an emptied row goes. */
export function MilestonesForm({ milestones, kinds, reply, backHref }: Props) {
  const rows = milestones.map(({ title, dueOn, amount, approval, kind }) => ({
    title,
    dueOn: dayValues(dueOn),
    amount: (amount / 100).toFixed(amount % 100 === 0 ? 0 : 2),
    approval: approval ? 'on' : '',
    kind: kind.code,
  }));
  const values = { milestones: [...rows, ...Array.from({ length: MORE_ROWS }, () => EMPTY)] };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          {rowsOf(fields['milestones']).map((row, index) => (
            <Fieldset key={index} legend={`Milestone ${index + 1}`} legendProps={{ size: 'm' }}>
              <TextInput label="What arrives" {...fieldProps(row['title'])} />
              <Select
                label="Kind"
                options={kinds.map(({ code, name, hint }) => ({
                  value: code,
                  text: hint ? `${name}: ${hint}` : name,
                }))}
                {...fieldProps(row['kind'])}
              />
              <DateInput label="Due" labelProps={{ size: 's' }} {...dateProps(row['dueOn'])} />
              <TextInput label="Payment, without VAT" prefix="£" width={10} {...fieldProps(row['amount'])} />
              <Checkboxes
                small
                items={[{ value: 'on', label: 'An approval that what comes after it waits for' }]}
                {...checkboxesProps(row['approval'])}
              />
            </Fieldset>
          ))}
          <p className="govuk-body">Rows left empty are not added; empty a row to remove it.</p>
          <ActionBar>
            <Button once>Save the milestones</Button>
            <a className="govuk-link" href={backHref}>
              Cancel
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
