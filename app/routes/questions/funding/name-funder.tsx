import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkboxesProps, dateProps, fieldProps, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { nameFunder } from '~/domain/questions/commands/name-funder.server';
import { fundersPage } from '~/domain/questions/queries/funders-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, title, choices, may } = found(
    await ask(fundersPage, actor, { reference: args.params['reference'], choices: true }),
  );
  if (!may.keep)
    throw forbidden(
      'The team’s authors, the senior responsible owner and the budget holder name funders, until a question is finished.',
    );
  return { reference, title, choices };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, nameFunder, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ question }) => paths.questionFunders(question),
      says: 'The funder is named',
    }),
  );

export const meta: MetaFunction = () => pageTitle('Name a funder');
const S = { size: 's' } as const;

export default function NameFunder() {
  const { reference, title, choices } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.questionFunders(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Name a funder</h1>
      <Form reply={useActionData<typeof action>()} values={{ certainty: 'firm' }}>
        {(fields) => (
          <>
            <Select
              label="Organisation or team"
              options={[{ value: '', text: 'Choose one' }, ...choices]}
              {...fieldProps(fields['funder'])}
            />
            <TextInput
              label="It gives, without VAT"
              prefix="£"
              width={10}
              {...fieldProps(fields['amount'])}
            />
            <Radios
              label="How certain is it?"
              labelProps={S}
              items={[
                { value: 'firm', label: 'Firm' },
                { value: 'conditional', label: 'On a condition' },
              ]}
              {...fieldProps(fields['certainty'])}
            />
            <TextInput
              label="On which condition (if there is one)"
              hint="For example: the spending review agrees the programme"
              {...fieldProps(fields['condition'])}
            />
            <DateInput
              label="By when is that decided (if there is a condition)?"
              labelProps={S}
              {...dateProps(fields['decidedBy'])}
            />
            <Checkboxes
              small
              items={[{ value: 'on', label: 'Ring-fenced: it can be spent on this crime alone' }]}
              {...checkboxesProps(fields['ringFenced'])}
            />
            <TextInput
              label="Secure from which year (optional)"
              width={4}
              {...fieldProps(fields['secureFrom'])}
            />
            <TextInput label="To which year (optional)" width={4} {...fieldProps(fields['secureUntil'])} />
            <p className="govuk-body">
              What you record is not changed later: money becomes firm or falls away, with the day and the
              reason.
            </p>
            <Button once>Name the funder</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
