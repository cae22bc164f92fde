import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { changeOwnDetails } from '~/domain/people/commands/change-own-details.server';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(ownAccount, await personWhoAsks(args), {}));

export const action = (args: ActionFunctionArgs) =>
  act(args, changeOwnDetails, { done: () => paths.account(), says: 'Your details are saved' });

export const meta = () => pageTitle('Your details');

export default function OwnDetails() {
  const { name, title, orcid, noticesByMail, revision } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = { name, title, orcid: orcid ?? '', noticesByMail: noticesByMail ? 'on' : '' };
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your details</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <TextInput label="Name" autoComplete="name" width={30} {...fieldProps(fields.name)} />
            <TextInput
              label="Post or title"
              hint="For example Professor of criminology"
              {...fieldProps(fields.title)}
            />
            <TextInput
              label="ORCID iD"
              hint="16 characters, like 0000-0002-1825-0097. It keeps your work together when you move"
              width={20}
              {...fieldProps(fields.orcid)}
            />
            <Checkboxes
              label="Notices"
              items={[{ value: 'on', label: 'Send me notices by mail too' }]}
              {...checkboxesProps(fields.noticesByMail)}
            />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
