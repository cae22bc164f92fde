import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { addEmail } from '~/domain/people/commands/add-email.server';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
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
  act(args, addEmail, {
    done: () => paths.ownEmails(),
    says: ({ address }) => `We sent a letter to ${address}. Open its link within one day`,
  });

export const meta = () => pageTitle('Your e-mail addresses');

export default function OwnEmails() {
  const { emails, waitingEmails, demonstration } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const confirmed = emails.map(({ address, primary }) => [
    address,
    primary ? <Tag key={address}>Primary</Tag> : 'Signs in too',
    primary || demonstration ? '' : <Changes key={address} address={address} />,
  ]);
  const waiting = waitingEmails.map((address) => [
    address,
    <Tag key={address} colour="orange">
      Not confirmed
    </Tag>,
    '',
  ]);
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your e-mail addresses</h1>
      <p className="govuk-body">
        Letters go to the primary one; every confirmed one signs in. A personal address keeps the account
        yours when a post ends. An address of an organisation that Soundings knows confirms that you belong
        there.
      </p>
      <ScrollingTable
        name="Addresses of your account"
        caption="Addresses of your account"
        captionSize="m"
        head={['Address', 'Use', 'Change']}
        rows={[...confirmed, ...waiting]}
      />
      {!demonstration && (
        <Form id="add" reply={reply}>
          {(fields) => (
            <>
              <h2 className="govuk-heading-m">Add an address</h2>
              <TextInput
                label="E-mail address"
                type="email"
                spellCheck={false}
                width={30}
                {...fieldProps(fields.address)}
              />
              <Button once>Send a letter to confirm it</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}

function Changes({ address }: { address: string }) {
  const buttons = [
    { id: `primary-${address}`, action: paths.makeEmailPrimary(), text: 'Make primary' },
    { id: `remove-${address}`, action: paths.removeEmail(), text: 'Remove' },
  ];
  return buttons.map(({ id, action, text }) => (
    <Form key={id} id={id} action={action}>
      {() => (
        <>
          <input type="hidden" name="address" value={address} />
          <Button variant="secondary" className="govuk-!-margin-bottom-1">
            {text}
            <span className="govuk-visually-hidden"> {address}</span>
          </Button>
        </>
      )}
    </Form>
  ));
}
