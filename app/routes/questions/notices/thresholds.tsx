import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { addThreshold } from '~/domain/questions/commands/add-threshold.server';
import { maySeeThresholds } from '~/domain/questions/notices/threshold-policy';
import { thresholdsPage } from '~/domain/questions/queries/thresholds-page.server';
import { BUYERS, THRESHOLD_KINDS } from '~/domain/questions/route-choosing/thresholds';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(maySeeThresholds(actor));
  return found(await ask(thresholdsPage, actor, {}));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addThreshold, { done: () => paths.thresholds(), says: 'The threshold is added' });

export const meta: MetaFunction = () => pageTitle('Procurement thresholds');

const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Thresholds() {
  const { thresholds, may } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Questions', href: paths.questions() }, { text: 'Procurement thresholds' }]}
        />
      }
    >
      <h1 className="govuk-heading-l">Procurement thresholds</h1>
      <p className="govuk-body">
        Values with VAT and extensions. A draft whose budget reaches one says so; nothing here stops anybody.
      </p>
      <ScrollingTable
        name="Procurement thresholds"
        head={['Threshold', 'For', 'Amount', 'Holds from', 'Source']}
        rows={thresholds.map((one) => [
          `${one.name}${one.holds ? ' (in force)' : ''}. ${one.kind}.`,
          one.buyer,
          showMoney(one.amount),
          showDate(one.validFrom),
          one.source,
        ])}
      />
      {may.add && <AddForm />}
    </PageBody>
  );
}

const S = { size: 's' } as const;

const AddForm = () => (
  <>
    <h2 className="govuk-heading-m">Add a later one</h2>
    <Form reply={useActionData<FormReply>()}>
      {(fields) => (
        <>
          <Radios label="For whom" labelProps={S} items={choices(BUYERS)} {...fieldProps(fields['buyer'])} />
          <Radios
            label="What it means"
            labelProps={S}
            items={choices(THRESHOLD_KINDS)}
            {...fieldProps(fields['kind'])}
          />
          <TextInput label="Name" {...fieldProps(fields['name'])} />
          <TextInput label="Amount, with VAT" prefix="£" width={10} {...fieldProps(fields['amount'])} />
          <DateInput label="Holds from" labelProps={S} {...dateProps(fields['validFrom'])} />
          <TextInput
            label="Source"
            hint="The instrument or notice, and its date"
            {...fieldProps(fields['source'])}
          />
          <Button once>Add it</Button>
        </>
      )}
    </Form>
  </>
);
