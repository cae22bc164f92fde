import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmOpening } from '~/components/bid/opening/confirm-opening';
import { Deadline } from '~/components/bid/deadline';
import { DeputyForms } from '~/components/bid/opening/deputy-forms';
import { Openers } from '~/components/bid/opening/openers';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Chain } from '~/components/chain';
import { confirmOpening } from '~/domain/bids/commands/confirm-opening.server';
import { nameOpenerDeputy } from '~/domain/bids/commands/name-opener-deputy.server';
import { questionOpening } from '~/domain/bids/queries/question-opening.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfQuestion } from '../chain-of-bid.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const opening = found(await ask(questionOpening, actor, { reference: args.params['reference'] }));
  if (!opening.allowed)
    throw forbidden(
      'Bids are opened by the moderator and the budget holder of the question, or their deputies.',
    );
  return { opening, chain: await chainOfQuestion(actor, opening.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const sent = { form, fixed: { reference: args.params['reference'] ?? '' } };
  if (intent === 'confirm')
    return act(args, confirmOpening, {
      ...sent,
      done: ({ reference }) => paths.opening(reference),
      says: ({ opened }) =>
        opened ? 'The bids are open.' : 'You have confirmed. The second opener has to confirm too.',
    });
  if (intent === 'deputy')
    return act(args, nameOpenerDeputy, {
      ...sent,
      done: ({ reference }) => paths.opening(reference),
      says: ({ name }) => `${name} can open the bids in your place.`,
    });
  throw data('The form could not be read', { status: 400 });
}

export const meta = () => pageTitle('Opening of bids');

export default function Opening() {
  const { opening, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, title, closed, openedAt } = opening;
  const sent = { ...reply?.result.initialValue, ...reply?.result.error };
  const aboutDeputy = 'person' in sent;
  const forms = aboutDeputy ? opening.may.nameDeputy : opening.may.confirm;
  return (
    <PageBody
      before={
        <>
          {chain && <Chain chain={chain} />}
          <Breadcrumbs
            items={[{ text: title, href: paths.question(reference) }, { text: 'Opening of bids' }]}
          />
        </>
      }
    >
      {forms.length === 0 && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Opening of bids</h1>
      {!openedAt && (
        <p className="govuk-body">
          {closed
            ? 'Bids have closed and are sealed.'
            : 'Bids are sealed, and until they close nobody knows how many there are.'}{' '}
          <Deadline {...opening} open={!closed} />.
        </p>
      )}
      <Openers opening={opening} />
      <ConfirmOpening opening={opening} reply={aboutDeputy ? undefined : reply} />
      <DeputyForms opening={opening} reply={aboutDeputy ? reply : undefined} />
    </PageBody>
  );
}
