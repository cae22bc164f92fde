import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { planPage } from '~/domain/awards/queries/plan-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showDate, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { SummaryList } from '~/ui/content/summary-list';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, number } = args.params;
  const view = found(await ask(planPage, actor, { reference, number }));
  return { view, chain: await chainOfAward(actor, view.award.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Plan ${data.view.number}`, data.view.award.question.title] : ['Not found']));

const day = (text: string): string => showDate(new Date(text));

export default function Plan() {
  const { view, chain } = useLoaderData<typeof loader>();
  const { award, plan, change } = view;
  const trail = [
    { text: 'Changes of the plan', href: paths.changes(award.reference) },
    { text: `Plan ${view.number}` },
  ];
  return (
    <AwardPage chain={chain} award={award} trail={trail}>
      <span className="govuk-caption-l">
        From {showInstant(view.from)} {view.until ? `to ${showInstant(view.until)}` : 'on'}
      </span>
      <h1 className="govuk-heading-l">Plan {view.number}</h1>
      {change && (
        <p className="govuk-body">
          It came by{' '}
          <a className="govuk-link" href={paths.change(change.reference)}>
            change request {change.number}
          </a>
          .
        </p>
      )}
      <SummaryList
        rows={[
          plan.startsOn !== null &&
            plan.endsOn !== null && {
              key: 'Contract',
              value: `${day(plan.startsOn)} to ${day(plan.endsOn)}`,
            },
          plan.suspendedFrom !== null &&
            plan.suspendedUntil !== null && {
              key: 'Suspended',
              value: `${day(plan.suspendedFrom)} to ${day(plan.suspendedUntil)}`,
            },
          plan.terminatedOn !== null && { key: 'Ended early', value: day(plan.terminatedOn) },
          { key: 'People', value: plan.people.map(({ name, role }) => `${name} (${role})`).join(', ') },
        ]}
      />
      <ScrollingTable
        name="Milestones"
        head={['Milestone', 'Kind', 'Due', 'Payment']}
        rows={plan.milestones.map((one) => [
          `${one.position}. ${one.title}${one.cancelled ? ' (cancelled)' : ''}`,
          one.kind,
          day(one.dueOn),
          one.amount === 0 ? 'None' : showMoney(one.amount),
        ])}
      />
    </AwardPage>
  );
}
