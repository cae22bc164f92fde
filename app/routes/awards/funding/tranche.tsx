import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { dateProps, fieldProps, Form } from '~/components/form';
import { recordTranche } from '~/domain/awards/commands/record-tranche.server';
import { fundingPage } from '~/domain/awards/queries/funding-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate } from '~/domain/uk-time';
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
  const view = found(await ask(fundingPage, actor, { reference: args.params['reference'] }));
  const wanted = args.params['tranche'];
  const all = view.funders.flatMap(({ organisation, tranches }) =>
    tranches.map((one) => ({ organisation, ...one })),
  );
  const tranche = found(all.find(({ reference }) => showReference(reference) === wanted) ?? null);
  if (!view.may.record || tranche.actualOn)
    throw forbidden('Only those who ask and pay record a tranche, once.');
  return { view, tranche, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, recordTranche, {
      fixed: { reference: args.params['tranche'] ?? '' },
      done: ({ reference }) => paths.funding(reference),
      says: 'The tranche is recorded',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Record a tranche', data.view.question.title] : ['Not found']));

export default function Tranche() {
  const { view, tranche, chain } = useLoaderData<typeof loader>();
  const back = paths.funding(view.reference);
  return (
    <AwardPage
      chain={chain}
      award={view}
      trail={[{ text: 'Funding', href: back }, { text: 'Record a tranche' }]}
    >
      <span className="govuk-caption-l">{tranche.organisation}</span>
      <h1 className="govuk-heading-l">Tranche {tranche.position}: when did it arrive?</h1>
      <p className="govuk-body">
        Planned: {showMoney(tranche.plannedAmount)} on {showDate(tranche.plannedOn)}. How late it was is
        counted.
      </p>
      <Form
        reply={useActionData<typeof action>()}
        values={{
          actualAmount: (tranche.plannedAmount / 100).toFixed(tranche.plannedAmount % 100 === 0 ? 0 : 2),
        }}
      >
        {(fields) => (
          <>
            <DateInput label="It arrived on" labelProps={{ size: 's' }} {...dateProps(fields['actualOn'])} />
            <TextInput label="Amount" prefix="£" width={10} {...fieldProps(fields['actualAmount'])} />
            <ActionBar>
              <Button once>Record it</Button>
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
