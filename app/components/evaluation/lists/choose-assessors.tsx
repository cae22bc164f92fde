import type { ComponentProps } from 'react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';

interface Props {
  members: { reference: string; name: string; open: number; begun: boolean }[];
  choices: { remind: boolean; remove: boolean };
  reply: ComponentProps<typeof Form>['reply'];
}

function standing({ open, begun }: Props['members'][number]): string {
  const left = open === 0 ? [] : [`${open} ${open === 1 ? 'bid' : 'bids'} still to score`];
  return [...(begun ? ['Has begun'] : []), ...left].join('; ');
}

/** Several assessors at once, for a dry run. */
export const ChooseAssessors = ({ members, choices: { remind, remove }, reply }: Props) => (
  <>
    <h2 className="govuk-heading-m">Choose assessors</h2>
    <Form reply={reply} id="choose">
      {(fields) => (
        <>
          <Checkboxes
            small
            label="Which assessors?"
            labelProps={{ size: 's' }}
            items={members.map((one) => ({
              value: one.reference,
              label: one.name,
              ...(standing(one) === '' ? {} : { hint: standing(one) }),
            }))}
            {...checkboxesProps(fields['people'])}
          />
          <Radios
            label="What with them?"
            labelProps={{ size: 's' }}
            items={[
              ...(remind ? [{ value: 'remind', label: 'Remind them of the scores that they owe' }] : []),
              ...(remove
                ? [{ value: 'remove', label: 'Take them off the panel, if they have scored nothing' }]
                : []),
            ]}
            {...fieldProps(fields['kind'])}
          />
          <Button once>See what would be done</Button>
        </>
      )}
    </Form>
  </>
);
