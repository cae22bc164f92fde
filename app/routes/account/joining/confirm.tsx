import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { join } from '~/domain/people/commands/join.server';
import { linkOfLetter } from '~/domain/people/queries/link-of-letter.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { entering } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';
import { NewAccountFields } from './new-account-fields';

export const loader = async (args: LoaderFunctionArgs) => {
  const actor = await whoAsks(args);
  return found(await ask(linkOfLetter, actor, { token: args.params.token, purpose: 'join' }));
};

export const action = (args: ActionFunctionArgs) =>
  act(args, join, {
    visitors: true,
    fixed: { peer: args.context.address, token: args.params.token ?? '' },
    headers: ({ personId }) => entering(args.request, personId, false),
    done: ({ verified }) => (verified ? paths.home() : paths.requestToJoin()),
  });

export const meta = () => pageTitle('Finish joining');

export default function ConfirmJoining() {
  const { address, usable, organisation } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!usable)
    return (
      <PageBody>
        <h1 className="govuk-heading-xl">This link does not work any more</h1>
        <p className="govuk-body">A link works once, for one hour.</p>
        <Button href={paths.join()}>Ask for another</Button>
      </PageBody>
    );
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Finish joining</h1>
      <p className="govuk-body">
        Your address {address} is confirmed.{' '}
        {organisation
          ? `It shows that you belong to ${organisation}, so you are let in at once.`
          : 'Soundings does not know its domain, so you can next ask a coordinator to let you in.'}
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <NewAccountFields fields={fields} />
            <Button once>Make my account</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
