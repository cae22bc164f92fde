import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { Deadline } from '~/components/bid/deadline';
import { bidReceipt } from '~/domain/bids/queries/bid-receipt.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Panel } from '~/ui/content/panel';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const page = found(await ask(bidReceipt, actor, { reference: args.params['reference'] }));
  return { page, chain: await chainOfBid(actor, page.reference) };
}

export const meta = () => pageTitle('Receipt of your bid');

const fits = (bodyFits: boolean | null): string =>
  bodyFits
    ? 'Your draft is word for word what was submitted.'
    : 'Your draft has changed since, so this receipt comes without the text.';

export default function Receipt() {
  const { page, chain } = useLoaderData<typeof loader>();
  const { receipt, reference, title, signed, bodyFits, open, signer } = page;
  return (
    <BidPage chain={chain} bid={page} here="Receipt">
      <Panel title="Bid submitted">
        Reference <strong>{showReference(reference)}</strong>
      </Panel>
      <p className="govuk-body">
        Your bid for “{title}” is sealed.{' '}
        {signed ? 'The signature of this receipt holds.' : 'The signature does not hold.'} {fits(bodyFits)}
      </p>
      <SummaryList
        rows={[
          { key: 'Recorded', value: `${showInstant(receipt.submittedAt)} (${receipt.submittedAt})` },
          { key: 'Submission', value: String(receipt.submission) },
          ...(signer
            ? [
                {
                  key: 'Signed for',
                  value: `${page.organisation}, by ${signer.name} on ${showInstant(signer.signedAt)}`,
                },
              ]
            : []),
          { key: 'Fingerprint', value: <code className="break-all">{receipt.hash}</code> },
          { key: 'Signature', value: <code className="break-all">{receipt.signature}</code> },
          { key: 'Signing key', value: receipt.keyId },
        ]}
      />
      <ActionBar>
        <Button href={paths.bidReceiptFile(reference)}>Download the receipt</Button>
        <a className="govuk-link" href={paths.checkReceipt()}>
          Check a receipt
        </a>
      </ActionBar>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p className="govuk-body">
        <Deadline {...page} />. {open ? 'Until then you can replace or withdraw yours.' : ''} After closing
        the openers open all bids at once, the panel declares its interests and then scores. You get the
        scores and the reasons for each criterion, whoever wins.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.bid(reference)}>
          Back to the bid
        </a>
      </p>
    </BidPage>
  );
}
