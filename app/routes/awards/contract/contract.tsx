import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { dateProps, fieldProps, Form } from '~/components/form';
import { signContract } from '~/domain/awards/commands/sign-contract.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(awardPage, actor, { reference: args.params['reference'] }));
  if (!view.may.signContract)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner record the contract, after the standstill.',
    );
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, signContract, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.award(reference),
      says: 'The contract is recorded. Delivery has started.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Record the contract', data.view.question.title] : ['Not found']));

export default function Contract() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.award(view.reference);
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Contract' }]}>
      <h1 className="govuk-heading-l">Record the contract</h1>
      <p className="govuk-body">
        With {view.bidder}. The milestones are fixed by it: check that their dates fit,{' '}
        <a className="govuk-link" href={paths.planMilestones(view.reference)}>
          or change them
        </a>{' '}
        first.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <TextInput
              label="Reference of the contract"
              hint="As in your own contract register"
              width={20}
              {...fieldProps(fields['contractReference'])}
            />
            <DateInput label="First day" labelProps={{ size: 's' }} {...dateProps(fields['startsOn'])} />
            <DateInput label="Last day" labelProps={{ size: 's' }} {...dateProps(fields['endsOn'])} />
            <ActionBar>
              <Button once>Record the contract</Button>
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
