import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { BidPage } from '~/components/bid/bid-page';
import { Deadline } from '~/components/bid/deadline';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { SectionView } from '~/components/bid/section-view';
import { AnswerSignOff } from '~/components/bid/signing/answer-sign-off';
import { AskToSign } from '~/components/bid/signing/ask-to-sign';
import { SignOffStanding } from '~/components/bid/signing/sign-off-standing';
import { answerSignOff } from '~/domain/bids/commands/answer-sign-off.server';
import { askForSignOff } from '~/domain/bids/commands/ask-for-sign-off.server';
import { takeBackSignOff } from '~/domain/bids/commands/take-back-sign-off.server';
import { bidSignOff } from '~/domain/bids/queries/bid-sign-off.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { SummaryCard } from '~/ui/content/summary-card';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const words = readSearch(args.request, { person: z.string().max(100).optional() });
  const bid = found(await ask(bidSignOff, actor, { reference: args.params['reference'], ...words }));
  return { bid, words };
}

/** Which of the forms on this page was sent. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  if (intent !== 'askAddress') form.delete('intent');
  const fixed = { reference: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.bidSignOff(reference);
  if (intent === 'ask' || intent === 'askAddress')
    return act(args, askForSignOff, { form, fixed, done, says: 'They are asked to sign the bid' });
  if (intent === 'takeBack')
    return act(args, takeBackSignOff, { form, fixed, done, says: 'Nobody is asked to sign any more' });
  if (intent === 'answer') {
    const says = ({ signed }: { signed: boolean }) =>
      signed ? 'You have signed the bid' : 'You have returned the bid';
    return act(args, answerSignOff, { form, fixed, done, says });
  }
  throw data('The form could not be read', { status: 400 });
}

export const meta = () => pageTitle('Signature of the organisation');

export default function SignOff() {
  const { bid, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { whole, may, reference, organisation, lead, team } = bid;
  return (
    <BidPage chain={null} bid={bid} here="Signature of the organisation" theirs={whole !== null}>
      {!may.answer && !may.ask && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">
        {whole ? `${lead} asks you to sign a bid for ${organisation}` : 'Signature of the organisation'}
      </h1>
      <p className="govuk-body">
        {whole ? `For the question “${bid.title}”, asked by ${team}. ` : ''}
        <Deadline {...bid} />. Nobody who asks the question can see that there is a bid, or who signs it,
        before bids are opened.
      </p>
      <SignOffStanding bid={bid} reply={reply} />
      {whole?.sections.map((section) => (
        <SummaryCard key={section.slug} title={section.title}>
          <SectionView content={whole.content} section={section} sections={whole.sections} />
        </SummaryCard>
      ))}
      {may.answer && <AnswerSignOff revision={bid.revision} reply={reply} />}
      {may.ask && (
        <AskToSign
          reference={reference}
          organisation={organisation ?? ''}
          found={bid.found}
          words={words.person}
          reply={reply}
        />
      )}
    </BidPage>
  );
}
