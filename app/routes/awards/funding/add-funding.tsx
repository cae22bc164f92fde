import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { FunderFields } from '~/components/award/funder-fields';
import { AwardPage } from '~/components/award/award-page';
import { Form } from '~/components/form';
import { addFunding } from '~/domain/awards/commands/add-funding.server';
import { filledRows } from '~/domain/awards/delivery/milestone-rows';
import { fundingPage } from '~/domain/awards/queries/funding-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(fundingPage, actor, { reference: args.params['reference'] }));
  if (!view.may.add)
    throw forbidden(
      'Only the team’s authors, the senior responsible owner and the budget holder record funding.',
    );
  const { from } = readSearch(args.request, { from: z.string().max(20).optional() });
  const named = from
    ? found(view.fromQuestion.find((one) => showReference(one.reference) === from) ?? null)
    : null;
  return { view, named, chain: await chainOfAward(actor, view.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const { from } = readSearch(args.request, { from: z.string().max(20).optional() });
  const acting = act(args, addFunding, {
    form: filledRows(await args.request.formData(), 'tranches'),
    fixed: { reference: args.params['reference'] ?? '', ...(from ? { from } : {}) },
    done: ({ reference }) => paths.funding(reference),
    says: 'The funder is recorded',
  });
  return tellIfGone(args, loader, acting);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Add a funder', data.view.question.title] : ['Not found']));

const TRANCHES = 4;
const EMPTY = {
  tranches: Array.from({ length: TRANCHES }, () => ({ plannedAmount: '' })),
  certainty: 'firm',
};

type Named = Awaited<ReturnType<typeof loader>>['named'];

/** What the question says of a funder, as the form words it. */
const filledFrom = (named: NonNullable<Named>) => ({
  organisation: named.slug,
  amount: (named.amount / 100).toFixed(named.amount % 100 === 0 ? 0 : 2),
  certainty: named.certainty,
  condition: named.condition,
  ringFenced: named.ringFenced ? ['on'] : [],
  secureFrom: String(named.secureFrom ?? ''),
  secureUntil: String(named.secureUntil ?? ''),
});

export default function AddFunding() {
  const { view, named, chain } = useLoaderData<typeof loader>();
  const back = paths.funding(view.reference);
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Funding', href: back }, { text: 'Add a funder' }]}>
      <h1 className="govuk-heading-l">Add a funder</h1>
      <Form reply={useActionData<typeof action>()} values={{ ...EMPTY, ...(named && filledFrom(named)) }}>
        {(fields) => (
          <>
            <FunderFields fields={fields} organisations={view.organisations} />
            <ActionBar>
              <Button once>Record the funder</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </AwardPage>
  );
}
