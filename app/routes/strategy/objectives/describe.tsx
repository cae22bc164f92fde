import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, checkboxesProps, dateProps, dayValues, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { describeObjective } from '~/domain/strategy/commands/describe-objective.server';
import { objectiveToDescribe } from '~/domain/strategy/queries/objective-to-describe.server';
import { mayKeepStrategy } from '~/domain/strategy/strategy-policy';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const objective = found(await ask(objectiveToDescribe, actor, { reference: args.params['reference'] }));
  permitted(mayKeepStrategy(actor));
  return { objective, areas: found(await ask(termChoices, actor, { schemes: ['threatArea'] })) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, describeObjective, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.strategyHealth(),
    says: 'Recorded. What was recorded before stays.',
  });

export const meta = () => pageTitle('Describe an objective');

export default function DescribeObjective() {
  const { objective, areas } = useLoaderData<typeof loader>();
  const { name, number, owner, measure, costPounds, dueOn, rationale } = objective;
  const values = {
    ...{ number, owner, measure, rationale, areas: objective.areas },
    ...{ costPounds: costPounds === null ? '' : String(costPounds), dueOn: dayValues(dueOn) },
  };
  return (
    <PageBody before={<BackLink href={paths.strategyHealth()} />}>
      <span className="govuk-caption-xl">{objective.framework.document}</span>
      <h1 className="govuk-heading-xl">{name}</h1>
      <p className="govuk-body">Leave empty what no source says: then it is shown as missing.</p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="number" value={number} />
            <TextInput
              label="Owner (optional)"
              hint="An organisation as it is called in Soundings, or in words"
              {...fieldProps(fields['owner'])}
            />
            <Textarea label="Measure (optional)" rows={3} {...fieldProps(fields['measure'])} />
            <TextInput
              label="Cost in pounds (optional)"
              hint="Whole pounds, like £1,200,000"
              width={10}
              {...fieldProps(fields['costPounds'])}
            />
            <DateInput label="To be met by (optional)" {...dateProps(fields['dueOn'])} />
            <Textarea label="Rationale (optional)" rows={3} {...fieldProps(fields['rationale'])} />
            <Checkboxes
              label="Threat areas it covers"
              items={areas.map(({ slug, name: label }) => ({ value: slug, label }))}
              {...checkboxesProps(fields['areas'])}
            />
            <TextInput label="What changes, and where it comes from" {...fieldProps(fields['changeNote'])} />
            <Button once>Record it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
