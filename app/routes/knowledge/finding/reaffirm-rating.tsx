import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { Form } from '~/components/form';
import { reaffirmRating } from '~/domain/ratings/commands/reaffirm-rating.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Reaffirm your rating');

/** The button stands on the finding's page; this address only takes it. */
export async function loader(args: LoaderFunctionArgs) {
  const { reference } = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  return redirect(`${paths.finding(reference)}#ratings`);
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reaffirmRating, {
    fixed: { reference: args.params.reference ?? '', priority: args.params.priority ?? '' },
    done: ({ reference }) => `${paths.finding(reference)}#ratings`,
    says: 'Your rating stands for the finding as it is now',
  });

export default function ReaffirmRating() {
  const reply = useActionData<typeof action>();
  const { reference = '' } = useParams();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Your rating was not reaffirmed</h1>
      <Form reply={reply}>
        {() => <Button href={paths.finding(reference.replace('-', ''))}>Back to the finding</Button>}
      </Form>
    </PageBody>
  );
}
