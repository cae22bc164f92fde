import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CHANGE_COLOURS } from '~/components/award/steps/state-colours';
import { AwardPage } from '~/components/award/award-page';
import { CHANGE_KIND_CODES, CHANGE_KINDS } from '~/domain/awards/changes/change-request';
import { changesPage } from '~/domain/awards/queries/changes-page.server';
import { ask } from '~/domain/query.server';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(changesPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Changes of the plan', data.view.question.title] : ['Not found']));

export default function Changes() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Changes of the plan' }]}>
      <h1 className="govuk-heading-l">Changes of the plan</h1>
      {view.requests.length === 0 ? (
        <EmptyState title="Nothing was asked to change">
          After the contract a plan changes by request alone: one side asks, the other accepts or declines.
          The plan before stays readable.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Requests"
          head={['Request', 'Asked by', 'Asked on', 'State']}
          rows={view.requests.map((one) => [
            <a key="request" className="govuk-link" href={paths.change(one.reference)}>
              {one.number}. {one.kind}
            </a>,
            one.side === 'team' ? 'The team' : 'The experts',
            showDay(one.askedAt),
            <Tag key="state" colour={CHANGE_COLOURS[one.state]}>
              {one.stateName}
            </Tag>,
          ])}
        />
      )}
      {view.canAsk && (
        <>
          <h2 className="govuk-heading-m">Ask for a change</h2>
          <ul className="govuk-list">
            {CHANGE_KIND_CODES.map((kind) => (
              <li key={kind}>
                <a className="govuk-link" href={paths.askChange(view.reference, kind)}>
                  {CHANGE_KINDS[kind]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.plans.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Plans</h2>
          <ul className="govuk-list">
            {view.plans.map(({ number, inForceFrom }) => (
              <li key={number}>
                <a className="govuk-link" href={paths.plan(view.reference, number)}>
                  Plan {number}
                </a>
                , from {showInstant(inForceFrom)}
              </li>
            ))}
          </ul>
        </>
      )}
    </AwardPage>
  );
}
