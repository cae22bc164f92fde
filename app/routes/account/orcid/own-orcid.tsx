import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { found, notFound } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  if (!orcidIsOn()) throw notFound();
  const { orcid, orcidVerified, demonstration } = found(await ask(ownAccount, await personWhoAsks(args), {}));
  return { orcid, orcidVerified, demonstration };
}

export const meta = () => pageTitle('Your ORCID iD');

export default function OwnOrcid() {
  const { orcid, orcidVerified, demonstration } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your ORCID iD</h1>
      {orcidVerified ? (
        <>
          <p className="govuk-body">
            {orcid} is linked to your account: ORCID has confirmed that it is yours, and you can sign in with
            it.
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.ownWorks()}>
              Choose the works that are yours
            </a>
          </p>
          <Form action={paths.ownOrcid('unlink')}>
            {() => <Button variant="secondary">Unlink it</Button>}
          </Form>
        </>
      ) : (
        <>
          <p className="govuk-body">
            {orcid ? `You say that ${orcid} is yours. ` : ''}Link your ORCID iD to sign in with it and to
            bring your works here. Soundings learns your iD and the name on it, and reads only what your
            record shows everybody.
          </p>
          {demonstration ? (
            <p className="govuk-body">Accounts of the demonstration are not linked to anybody.</p>
          ) : (
            <Button href={paths.ownOrcid('link')}>Link your ORCID iD</Button>
          )}
        </>
      )}
    </PageBody>
  );
}
