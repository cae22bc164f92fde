import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { fieldProps, Form } from '~/components/form';
import { makeClaim } from '~/domain/awards/commands/make-claim.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
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
  const { reference, position } = args.params;
  const view = found(await ask(awardPage, actor, { reference }));
  if (!view.milestones) throw forbidden('Only the two sides of the contract see its milestones.');
  const milestone = found(view.milestones.find((one) => String(one.position) === position) ?? null);
  if (!milestone.claim)
    throw forbidden(
      'Only the lead and the editors of the winning bid claim what was accepted and is not claimed.',
    );
  return { view, milestone, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, makeClaim, {
      fixed: { reference: args.params['reference'] ?? '', position: args.params['position'] ?? '' },
      done: ({ reference }) => paths.claim(reference),
      says: 'The claim is written down. Submit it when it is right.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Claim a payment', data.view.question.title] : ['Not found']));

export default function MakeClaim() {
  const { view, milestone, chain } = useLoaderData<typeof loader>();
  const left = (milestone.left / 100).toFixed(milestone.left % 100 === 0 ? 0 : 2);
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Claim a payment' }]}>
      <span className="govuk-caption-l">
        {milestone.position}. {milestone.title}
      </span>
      <h1 className="govuk-heading-l">Claim a payment</h1>
      <p className="govuk-body">{showMoney(milestone.left)} is left to claim for this milestone.</p>
      <Form reply={useActionData<typeof action>()} values={{ amount: left }}>
        {(fields) => (
          <>
            <TextInput
              label="Amount, without VAT"
              prefix="£"
              width={10}
              inputMode="decimal"
              {...fieldProps(fields['amount'])}
            />
            <Textarea
              label="A note (optional)"
              hint="The number of your invoice, or what the amount is for."
              rows={3}
              {...fieldProps(fields['note'])}
            />
            <ActionBar>
              <Button once>Save the claim</Button>
              <a className="govuk-link" href={paths.award(view.reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </AwardPage>
  );
}
