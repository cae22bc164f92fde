import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { Form } from '~/components/form';
import { MeasureValues } from '~/components/measure/measure-values';
import { MeasureChart } from '~/components/measure/measure-chart';
import { MeasureFacts } from '~/components/measure/measure-facts';
import { moveMeasure } from '~/domain/measures/commands/move-measure.server';
import { isCounted, STATE_COLOURS, STATES } from '~/domain/measures/measure';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { measureOf } from './keeping.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, measure } = await measureOf(args);
  return {
    ...measure,
    over: await ask(handedOver, actor, { paths: [paths.measureRecord(measure.reference)] }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Not found');

export const action = (args: ActionFunctionArgs) =>
  act(args, moveMeasure, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Moved on',
  });

export default function MeasurePage() {
  const measure = useLoaderData<typeof loader>();
  const { reference, name, state, due, values, versions, may } = measure;
  const current = values.filter((value) => value.current);
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Measures', href: paths.measures() }, { text: name }]} />}
    >
      <MetaLine
        state={
          due
            ? { text: 'Needs review', colour: 'yellow' }
            : { text: STATES[state], colour: STATE_COLOURS[state] }
        }
      >
        {due ? STATES[state] : null}
        {showReference(reference)}
        {measure.invented ? 'Invented for the demonstration' : null}
      </MetaLine>
      <h1 className="govuk-heading-xl">{name}</h1>
      <HandedOver rows={measure.over} />
      <MeasureFacts measure={measure} />
      <Care />
      <h2 className="govuk-heading-l">What was counted</h2>
      <MeasureValues measure={measure} values={values} />
      <MeasureChart measure={measure} values={current} />
      {current.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.measureCsv(reference)}>
            Download the figures (CSV)
          </a>
        </p>
      )}
      <h2 className="govuk-heading-l">Definitions</h2>
      <ScrollingTable
        name="Definitions"
        head={['Number', 'Holds from', 'What is counted', 'How', 'Source', 'What changed', 'By']}
        rows={versions.map((version) => [
          version.number,
          showDate(version.holdsFrom),
          <span key="definition" className="whitespace-pre-line">
            {version.definition}
          </span>,
          <span key="method" className="whitespace-pre-line">
            {version.method}
          </span>,
          version.source,
          version.changeNote || 'The first',
          version.by,
        ])}
      />
      {may.keep && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.redefineMeasure(reference)}>
            Change the definition
          </a>
        </p>
      )}
    </PageBody>
  );
}

const NEXT = { pilot: 'Pilot it', inUse: 'Take it into use' } as const;

function Care() {
  const { reference, state, may } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!may.keep) return null;
  return (
    <Form id="care" reply={reply}>
      {() => (
        <div className="govuk-button-group">
          {may.moves.map((to) =>
            to === 'pilot' || to === 'inUse' ? (
              <Button key={to} name="to" value={to} once>
                {NEXT[to]}
              </Button>
            ) : null,
          )}
          {isCounted(state) && (
            <Button variant="secondary" href={paths.recordValue(reference)}>
              Record a figure
            </Button>
          )}
          <a className="govuk-link" href={paths.editMeasure(reference)}>
            Change it
          </a>
          {may.moves.includes('retired') && (
            <a className="govuk-link" href={paths.retireMeasure(reference)}>
              Retire it
            </a>
          )}
        </div>
      )}
    </Form>
  );
}
