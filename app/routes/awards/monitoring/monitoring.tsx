import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { REPORT_COLOURS } from '~/components/award/steps/state-colours';
import { AwardPage } from '~/components/award/award-page';
import { fieldProps, Form } from '~/components/form';
import { setMonitoring } from '~/domain/awards/commands/set-monitoring.server';
import { monitoringPage } from '~/domain/awards/queries/monitoring-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(monitoringPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, setMonitoring, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.monitoring(reference),
      says: 'The reports are planned',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Monitoring reports', data.view.question.title] : ['Not found']));

export default function Monitoring() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Monitoring reports' }]}>
      <h1 className="govuk-heading-l">Monitoring reports</h1>
      {view.reports.length === 0 ? (
        <EmptyState title="No report is planned">
          The team says how often the experts report. Each report scores the same five questions from 1 to 5,
          with a comment.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Monitoring reports"
          head={['Report', 'Due', 'Mean score', 'State']}
          rows={view.reports.map((one) => [
            <a key="report" className="govuk-link" href={paths.monitoringReport(one.reference)}>
              Report {one.number}
            </a>,
            showDate(one.dueOn),
            one.score ? `${one.score} of 5` : 'Not told yet',
            <Tag key="state" colour={one.late ? 'red' : REPORT_COLOURS[one.state]}>
              {one.late ? `Overdue: ${one.stateName.toLowerCase()}` : one.stateName}
            </Tag>,
          ])}
        />
      )}
      {view.canSchedule && (
        <Form
          reply={reply}
          values={{ everyMonths: view.everyMonths === null ? '' : String(view.everyMonths) }}
        >
          {(fields) => (
            <>
              <h2 className="govuk-heading-m">How often they report</h2>
              <TextInput
                label="Every how many months"
                hint="From the first day of the contract to its last. Reports that were begun stay as they are."
                width={2}
                inputMode="numeric"
                {...fieldProps(fields['everyMonths'])}
              />
              <Button once>Plan the reports</Button>
            </>
          )}
        </Form>
      )}
    </AwardPage>
  );
}
