import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { DeliveryParts } from '~/components/award/delivery/delivery-parts';
import { AwardPage } from '~/components/award/award-page';
import { AWARD_COLOURS } from '~/components/award/delivery/award-tag';
import { MilestoneList } from '~/components/award/delivery/milestone-list';
import { AWARD_STATE_NAMES, nextOfAward } from '~/domain/awards/award';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showDate, showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';
import { AwardActions } from './award-actions';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const view = found(await ask(awardPage, actor, { reference: args.params['reference'] }));
  const over = await ask(handedOver, actor, {
    paths: [paths.award(view.reference)],
    question: view.question.reference,
    only: ['award', 'awardPartner', 'team'],
  });
  return { view, over, chain: await chainOfAward(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Award', data.view.question.title] : ['Not found']));

export default function Award() {
  const { view, over, chain } = useLoaderData<typeof loader>();
  const { question, milestones } = view;
  return (
    <AwardPage chain={chain} award={view}>
      <MetaLine state={{ text: AWARD_STATE_NAMES[view.state], colour: AWARD_COLOURS[view.state] }}>
        {view.route}
      </MetaLine>
      <span className="govuk-caption-l">Award for {question.title}</span>
      <h1 className="govuk-heading-l">{view.bidder}</h1>
      <HandedOver rows={over} />
      <SummaryList rows={rowsOf(view)} />
      <AwardActions view={view} />
      {view.standing && view.noticeAt && (
        <DeliveryParts award={view.reference} standing={view.standing} seesFunding={view.seesFunding} />
      )}
      {milestones && <MilestoneList award={view.reference} milestones={milestones} />}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.question(question.reference)}>
          The question this answers
        </a>
      </p>
    </AwardPage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

function rowsOf(view: View) {
  const next = nextOfAward(view.state, view.standstillEndsOn);
  return [
    { key: 'Amount, without VAT', value: showMoney(view.amount) },
    { key: 'Decided', value: showInstant(view.decidedAt) },
    view.withdrawnAt !== null && {
      key: 'Decision withdrawn',
      value: `${showInstant(view.withdrawnAt)}${view.withdrawnReason ? `: ${view.withdrawnReason}` : ''}`,
    },
    { key: 'Award notice', value: view.noticeAt ? showInstant(view.noticeAt) : 'Not given yet' },
    view.noticeAt !== null && {
      key: 'Standstill',
      value:
        view.state === 'extended'
          ? extendedStandstill(view.contractFrom)
          : view.standstillEndsOn
            ? `${standstillHasEnded(view.state) ? 'Ended' : 'Ends'} on ${showDate(view.standstillEndsOn)}`
            : 'None on this route',
    },
    { key: 'Contract', value: contractOf(view) },
    next !== null && { key: 'What happens next', value: next },
    view.suspendedFrom !== null &&
      view.suspendedUntil !== null && {
        key: 'Suspended',
        value: `${showDate(view.suspendedFrom)} to ${showDate(view.suspendedUntil)}`,
      },
    view.terminatedOn !== null && { key: 'Ends early', value: showDate(view.terminatedOn) },
    view.closedAt !== null && { key: 'Closed', value: showDay(view.closedAt) },
  ];
}

const standstillHasEnded = (state: View['state']): boolean =>
  ['readyToContract', 'inDelivery', 'closed'].includes(state);

function contractOf({ contractedAt, contractReference, startsOn, endsOn }: View): string {
  if (!contractedAt || !startsOn || !endsOn) return 'Not signed yet';
  return `${contractReference ? `${contractReference}, ` : ''}${showDate(startsOn)} to ${showDate(endsOn)}`;
}

const extendedStandstill = (from: Date | null): string =>
  from
    ? `Extended until today: a contract can be made from ${showDate(from)}`
    : 'Extended: no contract can be signed yet';
