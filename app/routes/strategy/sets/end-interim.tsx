import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { ask } from '~/domain/query.server';
import { endInterimSet } from '~/domain/strategy/commands/end-interim-set.server';
import { prioritySetPage } from '~/domain/strategy/queries/priority-set-page.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, notFound } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const set = found(await ask(prioritySetPage, actor, { slug: args.params['slug'] }));
  if (!set.interim) throw notFound();
  if (!set.may.keepThis)
    throw forbidden('Only the senior responsible owner of its team, or a coordinator, can do this.');
  return { slug: set.slug, reference: set.reference, document: set.document };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, endInterimSet, {
    done: ({ slug }) => paths.prioritySet(slug),
    says: 'Ended. It stays readable.',
  });

export const meta = () => pageTitle('End an interim set');

export default function EndInterimSet() {
  const { slug, reference, document } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.prioritySet(slug)} />}>
      <h1 className="govuk-heading-xl">End {document}</h1>
      <p className="govuk-body">From today on nobody ranks or filters by it as if it were in force.</p>
      <ReasonForm
        reply={useActionData<typeof action>()}
        label="Why it ends now"
        button="End it"
        warning
        backHref={paths.prioritySet(slug)}
      >
        <input type="hidden" name="reference" value={reference} />
      </ReasonForm>
    </PageBody>
  );
}
