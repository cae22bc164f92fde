import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { setNoticePreferences } from '~/domain/notifications/commands/set-notice-preferences.server';
import { noticePreferences } from '~/domain/notifications/queries/notice-preferences.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(noticePreferences, await personWhoAsks(args), {}));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, setNoticePreferences, { done: () => paths.noticeSettings(), says: 'Saved' });

export const meta: MetaFunction = () => pageTitle('Letters');

export default function NoticeSettings() {
  const { letters, address } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Inbox', href: paths.inbox() }, { text: 'Letters' }]} />}>
      <Form reply={reply} values={{ letters: letters ? 'yes' : 'no' }}>
        {(fields) => (
          <>
            <h1 className="govuk-heading-l">Letters</h1>
            <p className="govuk-body">
              {address
                ? `Letters go to ${address}.`
                : 'Your account has no address, so no letter can be sent.'}{' '}
              Letters about your own sign-in are always sent.
            </p>
            <Radios
              label="Do you want each notice as a letter too?"
              items={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No, only in the inbox' },
              ]}
              {...fieldProps(fields.letters)}
            />
            <Button>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
