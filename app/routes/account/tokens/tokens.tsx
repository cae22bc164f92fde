import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { revokeApiToken } from '~/domain/people/commands/revoke-api-token.server';
import { ownApiTokens } from '~/domain/people/queries/own-api-tokens.server';
import { TOKEN_ENDS } from '~/domain/people/tokens/api-token';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(ownApiTokens, await personWhoAsks(args), {}));

export const action = (args: ActionFunctionArgs) =>
  act(args, revokeApiToken, {
    done: () => paths.ownTokens(),
    says: ({ name }) => `The token “${name}” is revoked`,
  });

export const meta = () => pageTitle('Your tokens');

type Tokens = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OwnTokens() {
  const { live, ended } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your tokens</h1>
      <p className="govuk-body">
        A token lets a program of yours use Soundings in your name, for as much as you choose.{' '}
        <a className="govuk-link" href={paths.aboutApi()}>
          How programs use Soundings
        </a>
      </p>
      {live.length === 0 ? (
        <EmptyState title="You have no token">
          Make one when a program of yours has to read or write here. Tokens end when your password changes.
        </EmptyState>
      ) : (
        <Live tokens={live} />
      )}
      <Button href={paths.newToken()}>Make a token</Button>
      {ended.length > 0 && <Ended tokens={ended} />}
    </PageBody>
  );
}

const begins = (prefix: string) => <code key={prefix}>soundings_{prefix}…</code>;

function Live({ tokens }: { tokens: Tokens['live'] }) {
  const reply = useActionData<typeof action>();
  return (
    <ScrollingTable
      name="Tokens"
      caption="Tokens that work"
      captionSize="m"
      head={['What for', 'Begins with', 'May', 'Last used', 'Ends', 'Revoke it']}
      rows={tokens.map(({ name, prefix, scopes, lastUsedOn, expiresAt }) => [
        name,
        begins(prefix),
        scopes.join(', '),
        lastUsedOn ? showDate(lastUsedOn) : 'Never',
        showDay(expiresAt),
        <Form key={prefix} id={`revoke-${prefix}`} reply={reply}>
          {() => (
            <>
              <input type="hidden" name="token" value={prefix} />
              <Button variant="secondary" className="govuk-!-margin-bottom-0">
                Revoke<span className="govuk-visually-hidden"> {name}</span>
              </Button>
            </>
          )}
        </Form>,
      ])}
    />
  );
}

const endOf = ({ endedAt, endedBy, expiresAt }: Tokens['ended'][number]): string =>
  endedAt && endedBy ? `${TOKEN_ENDS[endedBy]}, ${showDay(endedAt)}` : `Expired on ${showDay(expiresAt)}`;

const Ended = ({ tokens }: { tokens: Tokens['ended'] }) => (
  <ScrollingTable
    name="Ended tokens"
    caption="Tokens that have ended"
    captionSize="m"
    head={['What for', 'Begins with', 'Last used', 'How it ended']}
    rows={tokens.map((token) => [
      token.name,
      begins(token.prefix),
      token.lastUsedOn ? showDate(token.lastUsedOn) : 'Never',
      endOf(token),
    ])}
  />
);
