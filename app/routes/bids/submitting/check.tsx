import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { Deadline } from '~/components/bid/deadline';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { SectionView } from '~/components/bid/section-view';
import { SignOffLine } from '~/components/bid/signing/sign-off-line';
import { GivenAway } from '~/components/bid/given-away';
import { KeepingFields, keptValues } from '~/components/bid/keeping-fields';
import { Form, type Fields } from '~/components/form';
import { submitBid } from '~/domain/bids/commands/submit-bid.server';
import { bidCheck } from '~/domain/bids/queries/bid-check.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { SummaryCard } from '~/ui/content/summary-card';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const bid = found(await ask(bidCheck, actor, { reference: args.params['reference'] }));
  return { bid, chain: await chainOfBid(actor, bid.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, submitBid, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bidReceipt(reference),
  });

export const meta = () => pageTitle('Check your bid');

type Checked = ReturnType<typeof useLoaderData<typeof loader>>['bid'];

export default function Check() {
  const { bid, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={chain} bid={bid} here={bid.may.submit ? 'Check and submit' : 'The whole bid'}>
      {!bid.may.submit && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">
        {bid.may.submit ? 'Check your bid, then submit it' : 'The whole bid'}
      </h1>
      <Warnings bid={bid} />
      <SignOffLine bid={bid} />
      {bid.givenAway && <GivenAway bid={bid} given={bid.givenAway} />}
      {bid.sections.map((section) => (
        <SummaryCard
          key={section.slug}
          title={section.title}
          actions={
            bid.may.edit ? [{ text: 'Change', href: paths.bidSection(bid.reference, section.slug) }] : []
          }
        >
          <SectionView content={bid.content} section={section} sections={bid.sections} />
        </SummaryCard>
      ))}
      {bid.may.submit && <Submit bid={bid} />}
    </BidPage>
  );
}

const Warnings = ({ bid: { gaps, overBudget, waiting, reference } }: { bid: Checked }) => (
  <>
    {gaps.length > 0 && (
      <>
        <WarningText>This bid is not complete yet.</WarningText>
        <ul className="govuk-list govuk-list--bullet">
          {gaps.map(({ section, message }) => (
            <li key={section + message}>
              <a className="govuk-link" href={paths.bidSection(reference, section)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
    {overBudget !== null && (
      <WarningText>
        The price is above the most the team says it can pay, {showMoney(overBudget)}.
      </WarningText>
    )}
    {waiting.length > 0 && (
      <WarningText>{waiting.join(', ')} have not answered your invitation to join this bid.</WarningText>
    )}
  </>
);

function Submit({ bid }: { bid: Checked }) {
  const reply = useActionData<typeof action>();
  return (
    <>
      <h2 className="govuk-heading-m">Submit</h2>
      <p className="govuk-body">
        Submitting seals the bid to the public key of the question. Nobody can read it before it is opened,
        not even the team that asks. <Deadline {...bid} />.
        {bid.submission === null ? '' : ' This submission takes the place of the one you sent before.'}
      </p>
      <Form reply={reply} values={keptValues(bid.keeping)}>
        {(fields: Fields) => (
          <>
            <input type="hidden" name="revision" value={bid.revision} />
            <KeepingFields fields={fields} />
            <Button once>Submit the bid</Button>
          </>
        )}
      </Form>
    </>
  );
}
