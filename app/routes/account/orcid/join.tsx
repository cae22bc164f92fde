import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { joinByOrcid } from '~/domain/people/commands/join-by-orcid.server';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { orcidJoining } from '~/domain/people/queries/orcid-joining.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { entering } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { found, notFound } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  if (!orcidIsOn()) throw notFound();
  return found(await ask(orcidJoining, await whoAsks(args), { token: args.params.token }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, joinByOrcid, {
    visitors: true,
    fixed: { peer: args.context.address, token: args.params.token ?? '' },
    headers: ({ personId }) => entering(args.request, personId, false),
    done: () => paths.account(),
    says: 'You have an account. A letter went to your address: open its link to confirm it',
  });

export const meta = () => pageTitle('Join with ORCID');

export default function JoinByOrcid() {
  const { orcid, name, usable } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!usable)
    return (
      <PageBody>
        <h1 className="govuk-heading-xl">This page does not work any more</h1>
        <p className="govuk-body">It works once, for one hour.</p>
        <Button href={paths.signIn()}>Start again</Button>
      </PageBody>
    );
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Join with ORCID</h1>
      <p className="govuk-body">
        ORCID has confirmed that {orcid} is yours. You can look round with an account at once. You take part
        once an e-mail address of your organisation, an invitation or a coordinator says where you belong.
      </p>
      <Form reply={reply} values={{ name }}>
        {(fields) => (
          <>
            <TextInput label="Your name" autoComplete="name" width={30} {...fieldProps(fields['name'])} />
            <TextInput
              label="E-mail address"
              hint="Best the one of your organisation. A letter goes there, whose link confirms it."
              type="email"
              autoComplete="email"
              spellCheck={false}
              width={30}
              {...fieldProps(fields['address'])}
            />
            <Button once>Make my account</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
