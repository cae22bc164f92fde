import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { tellExpressions } from '~/domain/evaluation/commands/tell-expressions.server';
import { expressionsPage } from '~/domain/evaluation/queries/expressions-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Tag } from '~/ui/content/tag';
import { TaskList } from '~/ui/content/task-list';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(expressionsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, tellExpressions, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.expressions(reference),
    says: 'Everybody is told. Those chosen can start a bid.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Expressions of interest', data.view.title] : ['Not found']));

export default function Expressions() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { expressions, criteria, waits, toldAt, may, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Expressions of interest">
      {!may.tell && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Expressions of interest</h1>
      <p className="govuk-body">Judge each by the published criteria, and by nothing else:</p>
      <InsetText>
        <Lines text={criteria} />
      </InsetText>
      {expressions.length === 0 ? (
        <p className="govuk-body">
          Nobody sent one, so nobody can bid. Consider publishing the question again.
        </p>
      ) : (
        <TaskList
          tasks={expressions.map(({ reference: one, bidder, invited }) => ({
            title: bidder,
            href: paths.judgeExpression(one),
            status:
              invited === null ? <Tag colour="blue">To judge</Tag> : invited ? 'Invite' : 'Do not invite',
          }))}
        />
      )}
      {toldAt && <p className="govuk-body">Everybody was told on {showInstant(toldAt)}.</p>}
      {may.tell && waits.length > 0 && (
        <p className="govuk-body">Before you tell everybody: {waits.join(' ')}</p>
      )}
      {may.tell && waits.length === 0 && expressions.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Tell everybody</h2>
          <p className="govuk-body">
            Those chosen are invited to bid in full; the others read why not. This cannot be taken back.
          </p>
          <ConfirmForm reply={reply} button="Tell everybody" backHref={paths.evaluation(reference)} />
        </>
      )}
    </EvaluationPage>
  );
}
