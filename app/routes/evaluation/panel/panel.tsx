import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { AppointForm } from '~/components/evaluation/panel/appoint-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { appointPanelMember } from '~/domain/evaluation/commands/appoint-panel-member.server';
import { panelPage } from '~/domain/evaluation/queries/panel-page.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { MemberLots } from '~/components/evaluation/panel/member-lots';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const { find } = readSearch(args.request, { find: z.string().max(100).optional() });
  const actor = await personWhoAsks(args);
  const view = seen(await ask(panelPage, actor, { reference: args.params['reference'], find }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, appointPanelMember, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.panel(reference),
    says: 'Appointed to the panel',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['The panel', data.view.title] : ['Not found']));

export default function Panel() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { members, may, reference, fewest, lots } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="The panel">
      {!may.change && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">The panel</h1>
      <p className="govuk-body">
        At least {fewest} evaluator{fewest === 1 ? '' : 's'} score on their own; a moderator leads their
        meeting and recommends. Nobody on the panel can bid.
      </p>
      {members.length === 0 ? (
        <p className="govuk-body">Nobody has been appointed yet.</p>
      ) : (
        <ScrollingTable
          name="Members"
          caption="Members"
          captionSize="m"
          head={[
            'Name',
            'Part',
            'Since',
            ...(lots.length > 0 ? ['Lots'] : []),
            ...(may.change ? ['End'] : []),
          ]}
          rows={members.map((member) => [
            member.name,
            member.role,
            showDay(member.appointedAt),
            ...(lots.length > 0 ? [<MemberLots key="lots" view={view} member={member} />] : []),
            ...(may.change
              ? [
                  <a
                    key="end"
                    className="govuk-link"
                    href={paths.endPanelMembership(reference, member.reference)}
                  >
                    End<span className="govuk-visually-hidden"> the membership of {member.name}</span>
                  </a>,
                ]
              : []),
          ])}
        />
      )}
      {may.change && <AppointForm view={view} reply={reply} />}
    </EvaluationPage>
  );
}
