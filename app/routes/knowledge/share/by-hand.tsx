import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { WorkFields } from '~/components/finding/share/work-fields';
import { shareByHand } from '~/domain/knowledge/commands/share-by-hand.server';
import { mayShareFinding } from '~/domain/knowledge/finding-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { allowed } from '~/web/allowed.server';
import { pageTitle } from '~/web/page-title';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('The work', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  allowed(mayShareFinding(actor));
  return { values: { kind: 'article', authors: [{ name: actor.name, orcid: '', roles: [] }] } };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, shareByHand, { done: ({ reference }) => paths.findingContent(reference) });

export default function ShareByHand() {
  const { values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.shareFinding()} />}>
      <h1 className="govuk-heading-xl">The work</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <WorkFields fields={fields} />
            <Button>Save and continue</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
