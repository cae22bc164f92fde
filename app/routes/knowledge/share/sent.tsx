import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findingDraft } from '~/domain/knowledge/queries/finding-draft.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Panel } from '~/ui/content/panel';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { sentDraft } from './draft-pages';

export const meta = () => pageTitle('Sent for review', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return sentDraft(found(await ask(findingDraft, actor, { reference: args.params.reference })));
}

export default function Sent() {
  const { reference } = useLoaderData<typeof loader>();
  return (
    <PageBody>
      <Panel title="Sent for review">
        Its reference is <strong>{showReference(reference)}</strong>
      </Panel>
      <h2 className="govuk-heading-m">What happens next</h2>
      <ol className="govuk-list govuk-list--number">
        <li>A coordinator reads it, and may correct its tags.</li>
        <li>
          They publish it to the network, return it to you with what to change, or decline it with a reason.
          You get a notice.
        </li>
        <li>
          Once it is published, members can rate how much it matters to each priority and record what it
          changed.
        </li>
      </ol>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.finding(reference)}>
          See it as it was sent
        </a>{' '}
        or{' '}
        <a className="govuk-link" href={paths.shareFinding()}>
          share something else
        </a>
        .
      </p>
    </PageBody>
  );
}
