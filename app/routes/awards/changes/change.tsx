import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CHANGE_COLOURS } from '~/components/award/steps/state-colours';
import { StepForm } from '~/components/award/steps/step-form';
import { StepHistory } from '~/components/award/steps/step-history';
import { AwardPage } from '~/components/award/award-page';
import { Lines } from '~/components/lines';
import { advanceChange } from '~/domain/awards/commands/advance-change.server';
import { changePage } from '~/domain/awards/queries/change-page.server';
import { ask } from '~/domain/query.server';
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
  const view = found(await ask(changePage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.award.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, advanceChange, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.change(reference),
      says: ({ says }) => says,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [data.view.kind, data.view.award.question.title] : ['Not found']));

export default function Change() {
  const { view, chain } = useLoaderData<typeof loader>();
  const trail = [
    { text: 'Changes of the plan', href: paths.changes(view.award.reference) },
    { text: `${view.number}. ${view.kind}` },
  ];
  return (
    <AwardPage chain={chain} award={view.award} trail={trail}>
      <MetaLine state={{ text: view.stateName, colour: CHANGE_COLOURS[view.state] }}>
        Asked by {view.side === 'team' ? 'the team' : 'the experts'}
      </MetaLine>
      <span className="govuk-caption-l">Change request {view.number}</span>
      <h1 className="govuk-heading-l">{view.kind}</h1>
      <SummaryList
        rows={view.lines.map(({ what, proposed }) => ({ key: what, value: <Lines text={proposed} /> }))}
      />
      <h2 className="govuk-heading-m">Why</h2>
      <Lines text={view.reason} />
      <StepForm steps={view.steps} reply={useActionData<typeof action>()} />
      <StepHistory subject="changeRequest" steps={view.history.slice(1)} />
    </AwardPage>
  );
}
