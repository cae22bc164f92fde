import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OBLIGATION_COLOURS } from '~/components/award/steps/state-colours';
import { StepForm } from '~/components/award/steps/step-form';
import { StepHistory } from '~/components/award/steps/step-history';
import { AwardPage } from '~/components/award/award-page';
import { advanceObligation } from '~/domain/awards/commands/advance-obligation.server';
import { obligationPage } from '~/domain/awards/queries/obligation-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(obligationPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.award.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, advanceObligation, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.obligation(reference),
      says: ({ says }) => says,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['What the team supplies', data.view.award.question.title] : ['Not found']));

export default function Obligation() {
  const { view, chain } = useLoaderData<typeof loader>();
  const { award } = view;
  const trail = [
    { text: 'What the team supplies', href: paths.obligations(award.reference) },
    { text: view.kind },
  ];
  return (
    <AwardPage chain={chain} award={award} trail={trail}>
      <MetaLine state={{ text: view.stateName, colour: OBLIGATION_COLOURS[view.state] }}>
        What the team supplies
      </MetaLine>
      <span className="govuk-caption-l">{view.kind}</span>
      <h1 className="govuk-heading-l">{view.what}</h1>
      <SummaryList
        rows={[
          { key: 'By', value: showDate(view.dueOn) },
          { key: 'To', value: view.recipient },
          {
            key: 'Stated',
            value: view.inTerms ? 'In the terms, before the first bid' : 'After the contract',
          },
        ]}
      />
      <StepForm steps={view.steps} reply={useActionData<typeof action>()} />
      <StepHistory subject="obligation" steps={view.history} />
    </AwardPage>
  );
}
