import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReportAnswers } from '~/components/award/steps/report-answers';
import { ReportForm } from '~/components/award/steps/report-form';
import { REPORT_COLOURS } from '~/components/award/steps/state-colours';
import { StepForm } from '~/components/award/steps/step-form';
import { StepHistory } from '~/components/award/steps/step-history';
import { AwardPage } from '~/components/award/award-page';
import { advanceReport } from '~/domain/awards/commands/advance-report.server';
import { writeReport } from '~/domain/awards/commands/write-report.server';
import { monitoringReportPage } from '~/domain/awards/queries/monitoring-report-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(monitoringReportPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.award.reference) };
}

/** One page, two forms: its writers save or submit, the team approves or asks. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.monitoringReport(reference),
  };
  const writes = form.has('intent');
  const says = form.get('intent') === 'submit' ? 'The report is submitted' : 'The report is saved';
  const outcome = writes
    ? act(args, writeReport, { ...acting, says })
    : act(args, advanceReport, { ...acting, says: ({ says: told }) => told });
  return tellIfGone(args, loader, outcome);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Report ${data.view.number}`, data.view.award.question.title] : ['Not found']));

export default function Report() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award, number } = view;
  const trail = [
    { text: 'Monitoring reports', href: paths.monitoring(award.reference) },
    { text: `Report ${number}` },
  ];
  const state = view.late
    ? ({ text: `Overdue: ${view.stateName.toLowerCase()}`, colour: 'red' } as const)
    : { text: view.stateName, colour: REPORT_COLOURS[view.state] };
  return (
    <AwardPage chain={chain} award={award} trail={trail}>
      <MetaLine state={state}>Due {showDate(view.dueOn)}</MetaLine>
      <span className="govuk-caption-l">{award.bidder}</span>
      <h1 className="govuk-heading-l">Monitoring report {number}</h1>
      {view.writes ? (
        <ReportForm items={view.items} reply={reply} backHref={paths.monitoring(award.reference)} />
      ) : (
        <ReportAnswers items={view.items} score={view.score} shows={view.shows} />
      )}
      {!view.writes && <StepForm steps={view.steps} reply={reply} />}
      <StepHistory subject="monitoringReport" steps={view.history} />
    </AwardPage>
  );
}
