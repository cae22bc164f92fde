import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { supersedeFinding } from '~/domain/knowledge/commands/supersede-finding.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Supersede a finding');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!finding.may.curate)
    throw forbidden('Only a coordinator can supersede a finding, once it is published.');
  return { reference: finding.reference, title: finding.version.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, supersedeFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.finding(reference),
    says: 'Readers are now led to the other finding',
  });

export default function Supersede() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Supersede it by another finding</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Reference of the finding that takes its place"
              hint="It stands over the title of that finding, like H7K4-QXMF"
              width={10}
              {...fieldProps(fields.by)}
            />
            <ActionBar>
              <Button>Supersede it</Button>
              <a className="govuk-link" href={paths.finding(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
