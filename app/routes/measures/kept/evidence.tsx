import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { evidenceValue } from '~/domain/measures/commands/evidence-value.server';
import { mayReadMeasures } from '~/domain/measures/measure-policy';
import { valueToCheck } from '~/domain/measures/queries/value-to-check.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Link evidence');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMeasures(actor));
  const value = found(await ask(valueToCheck, actor, { reference: args.params['reference'] }));
  if (!value.may.evidence)
    throw forbidden('Only those who keep the measure link evidence, once, to a figure that stands.');
  return value;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, evidenceValue, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Evidenced. Somebody else can validate it now.',
  });

export default function LinkEvidence() {
  const { measure, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measureRecord(measure)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Link evidence</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Evidence"
              hint="The reference of a finding, a dataset or an impact record, like H7K4-QXMF, or an address that begins with https://"
              {...fieldProps(fields['evidence'])}
            />
            <Textarea label="What it shows" rows={3} {...fieldProps(fields['note'])} />
            <ActionBar>
              <Button once>Link it</Button>
              <a className="govuk-link" href={paths.measureRecord(measure)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
