import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { openSearchFeed } from '~/domain/matching/commands/open-search-feed.server';
import { savedSearchPage } from '~/domain/matching/queries/saved-search-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { actAndShow } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { FeedMade } from './feed-made';

export async function loader(args: LoaderFunctionArgs) {
  const { reference } = args.params;
  const saved = found(await ask(savedSearchPage, await personWhoAsks(args), { reference }));
  return { ...saved, origin: new URL(args.request.url).origin };
}

export const action = (args: ActionFunctionArgs) =>
  actAndShow(args, openSearchFeed, { fixed: { reference: args.params['reference'] ?? '' } });

export const meta = () => pageTitle('Feed of a saved search');

export default function Feed() {
  const { reference, name, feedMadeAt, origin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'shown' in answer)
    return <FeedMade {...answer.shown} address={origin + paths.searchFeed(answer.shown.token)} />;
  return (
    <PageBody before={<BackLink href={paths.savedSearch(reference)} />}>
      <h1 className="govuk-heading-xl">Feed of “{name}”</h1>
      <p className="govuk-body">
        A feed shows the latest results in a feed reader (Atom). It shows what you may see when it is read,
        and stops when you close it, delete the search or lose your account.
      </p>
      <WarningText>
        Whoever has its address reads what you may read. Give it to your own reader alone, on a device that
        may hold OFFICIAL information.
      </WarningText>
      <Form reply={answer}>
        {() => (
          <Button once>{feedMadeAt ? 'Make a new address, and end the old one' : 'Make an address'}</Button>
        )}
      </Form>
      {feedMadeAt && (
        <Form id="close" action={paths.savedSearch(reference, 'feed/close')}>
          {() => (
            <Button variant="warning" once>
              Close the feed
            </Button>
          )}
        </Form>
      )}
    </PageBody>
  );
}
