import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { closeSearchFeed } from '~/domain/matching/commands/close-search-feed.server';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(({ params }) => {
  const reference = parseReference(params['reference'] ?? '');
  return reference ? paths.savedSearch(reference) : paths.savedSearches();
});

export const action = (args: ActionFunctionArgs) =>
  act(args, closeSearchFeed, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.savedSearch(reference),
    says: 'The feed is closed',
  });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.savedSearches()} />;
}
