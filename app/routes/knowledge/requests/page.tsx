import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RequestSteps } from '~/components/request/request-steps';
import { RequestFacts } from '~/components/request/request-facts';
import { RequestTimeline } from '~/components/request/request-timeline';
import { requestPage } from '~/domain/requests/queries/request-page.server';
import { KIND_WORDS, STATE_WORDS } from '~/domain/requests/request';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? KIND_WORDS[data.kind].name : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const { reference } = args.params;
  return found(await ask(requestPage, await personWhoAsks(args), { reference }));
}

export default function Request() {
  const request = useLoaderData<typeof loader>();
  const { kind, state, isOwn, expiresAt, about } = request;
  const waits = state === 'asked' || state === 'held';
  return (
    <PageBody
      before={<BackLink href={paths.requests(isOwn ? 'mine' : 'waiting')}>Requests</BackLink>}
      aside={<RequestSteps request={request} />}
    >
      <span className="govuk-caption-xl">{about.title}</span>
      <h1 className="govuk-heading-xl">{KIND_WORDS[kind].name}</h1>
      <InsetText>
        {STATE_WORDS[state]}
        {waits && `. It ends by itself on ${showDay(expiresAt)} unless somebody answers.`}
      </InsetText>
      <RequestFacts request={request} />
      <RequestTimeline events={request.events} />
    </PageBody>
  );
}
