import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Form } from '~/components/form';
import { takeBackKeeping } from '~/domain/bids/commands/take-back-keeping.server';
import { KEPT_PARTS, KEPT_WORDS } from '~/domain/bids/keeping/keeping';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const bid = found(await ask(bidPage, actor, { reference: args.params['reference'] }));
  return { bid, chain: await chainOfBid(actor, bid.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, takeBackKeeping, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bidKeeping(reference),
    says: ({ kept }) =>
      kept ? 'What nobody has taken up is removed; coordinators are asked to remove the rest' : 'Taken back',
  });

export const meta = () => pageTitle('What may be kept of this bid');

type Keeping = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['bid']['keeping']>;

function standing({ withdrawnAt, removalAskedAt, keptAt }: Keeping): string {
  if (withdrawnAt) return `You took it back on ${showInstant(withdrawnAt)}. Nothing is kept.`;
  if (removalAskedAt) return `You asked for its removal on ${showInstant(removalAskedAt)}.`;
  if (keptAt) return `It was kept on ${showInstant(keptAt)}, with the award notice.`;
  return 'It is kept only if this bid does not win, when the award notice is given.';
}

export default function Kept() {
  const { bid, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { keeping, may } = bid;
  const stands = keeping && !keeping.withdrawnAt && !keeping.removalAskedAt;
  return (
    <BidPage chain={chain} bid={bid} here="What may be kept">
      <RefusalSummary reply={reply} />
      <h1 className="govuk-heading-l">What may be kept of this bid</h1>
      {keeping ? (
        <>
          <p className="govuk-body">{standing(keeping)}</p>
          <SummaryList
            rows={[
              ...KEPT_PARTS.map((part) => ({
                key: KEPT_WORDS[part].label,
                value: keeping[part] ? `Yes. ${KEPT_WORDS[part].hint}` : 'No',
              })),
              { key: 'Datasets', value: keeping.datasetLines || 'None named' },
            ]}
          />
        </>
      ) : (
        <InsetText>Nothing. You choose on the page on which you submit.</InsetText>
      )}
      {stands && may.leads && (
        <Form>
          {() => (
            <Button variant="secondary">{keeping.keptAt ? 'Ask for its removal' : 'Take it back'}</Button>
          )}
        </Form>
      )}
    </BidPage>
  );
}
