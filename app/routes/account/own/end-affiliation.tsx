import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, Form } from '~/components/form';
import { endAffiliation } from '~/domain/people/commands/end-affiliation.server';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const { affiliations } = found(await ask(ownAccount, await personWhoAsks(args), {}));
  const reference = parseReference(args.params.organisation ?? '');
  return found(affiliations.find((each) => each.reference === reference && each.endsOn === null) ?? null);
}

export const action = (args: ActionFunctionArgs) =>
  act(args, endAffiliation, {
    fixed: { organisation: args.params.organisation ?? '' },
    done: () => paths.ownAffiliations(),
    says: 'The affiliation is ended. Your account stays yours',
  });

export const meta = () => pageTitle('End an affiliation');

export default function EndAffiliation() {
  const { organisation } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.ownAffiliations()} />}>
      <h1 className="govuk-heading-xl">End your affiliation with {organisation}</h1>
      <p className="govuk-body">
        It stays in your record with its dates. Make sure that your account has an address you keep.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <DateInput
              label="Your last day there"
              hint="For example 31 8 2026"
              {...dateProps(fields.endsOn)}
            />
            <Button once>End it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
