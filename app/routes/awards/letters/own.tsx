import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { Lines } from '~/components/lines';
import { ownLetters } from '~/domain/awards/queries/own-letters.server';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(ownLetters, actor, { reference: args.params['reference'] }));
  const chain = await ask(chainOf, actor, { noun: 'bid', reference: view.reference, here: 'evaluation' });
  return { view, chain };
}

export const meta: MetaFunction = () => pageTitle('Letter about your bid');

export default function OwnLetters() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <BidPage chain={chain} bid={view} here="Letter">
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Letter about your bid</h1>
      {view.letters.map(({ text, sentAt, hash }) => (
        <section key={hash}>
          <p className="govuk-body-s">Sent on {sentAt && showInstant(sentAt)}</p>
          <Lines text={text} />
          <p className="govuk-body-s">
            Its text is sealed with SHA-256: <code className="break-all">{hash}</code>
          </p>
        </section>
      ))}
    </BidPage>
  );
}
