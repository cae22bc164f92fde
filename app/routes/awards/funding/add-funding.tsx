import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FunderFields } from '~/components/award/funder-fields';
import { AwardPage } from '~/components/award/award-page';
import { Form } from '~/components/form';
import { addFunding } from '~/domain/awards/commands/add-funding.server';
import { filledRows } from '~/domain/awards/delivery/milestone-rows';
import { fundingPage } from '~/domain/awards/queries/funding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
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
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const acting = act(args, addFunding, {
    form: filledRows(await args.request.formData(), 'tranches'),
    fixed: { reference: args.params['reference'] ?? '' },
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

export default function AddFunding() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.funding(view.reference);
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Funding', href: back }, { text: 'Add a funder' }]}>
      <h1 className="govuk-heading-l">Add a funder</h1>
      <Form reply={useActionData<typeof action>()} values={EMPTY}>
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
