import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { WhoDecides } from '~/components/data-access/who-decides';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { Form } from '~/components/form';
import { confirmDataset } from '~/domain/knowledge/commands/confirm-dataset.server';
import { reaffirmDataset } from '~/domain/knowledge/commands/reaffirm-dataset.server';
import { addressOf, showYears } from '~/domain/knowledge/datasets/dataset-form';
import { datasetPage } from '~/domain/knowledge/queries/dataset-page.server';
import { ask } from '~/domain/query.server';
import { dataPanel } from '~/domain/requests/queries/data/data-panel.server';
import { showReference } from '~/domain/reference';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const reference = args.params['reference'];
  const dataset = found(await ask(datasetPage, actor, { reference }));
  const [panel, over] = await Promise.all([
    ask(dataPanel, actor, { reference }),
    ask(handedOver, actor, { paths: [paths.dataset(dataset.reference)] }),
  ]);
  return { ...dataset, panel: found(panel), over };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Not found');

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const fixed = { reference: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.dataset(reference);
  return intent === 'confirm'
    ? act(args, confirmDataset, { form, fixed, done, says: 'Confirmed. Every member can read it.' })
    : act(args, reaffirmDataset, { form, fixed, done, says: 'It holds as it is for another year' });
}

function stateOf({ confirmedAt, due }: { confirmedAt: unknown; due: boolean }) {
  if (!confirmedAt) return { text: 'Not confirmed', colour: 'yellow' as const };
  return due
    ? { text: 'Needs review', colour: 'yellow' as const }
    : { text: 'Confirmed', colour: 'green' as const };
}

export default function DatasetPage() {
  const dataset = useLoaderData<typeof loader>();
  const { reference, name, organisation, areas, questions, findings, may, due, address } = dataset;
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Datasets', href: paths.datasets() }, { text: name }]} />}>
      <MetaLine state={stateOf(dataset)}>{showReference(reference)}</MetaLine>
      <h1 className="govuk-heading-xl">{name}</h1>
      <HandedOver rows={dataset.over} />
      <SummaryList
        rows={[
          {
            key: 'Held by',
            value: (
              <a className="govuk-link" href={paths.organisation(organisation.reference)}>
                {organisation.title}
              </a>
            ),
          },
          { key: 'What they hold', value: <Text>{dataset.holds}</Text> },
          { key: 'How to get at them', value: <Text>{dataset.accessRoute}</Text> },
          { key: 'Constraints', value: <Text>{dataset.constraints || 'None stated'}</Text> },
          { key: 'Years', value: showYears(dataset.coversFrom, dataset.coversTo) },
          { key: 'Where', value: dataset.geography || 'Not stated' },
          { key: 'Threat areas', value: areas.map((area) => area.name).join(', ') || 'None' },
          address !== '' && {
            key: 'DOI or address',
            value: (
              <a className="govuk-link" href={addressOf(address)} rel="noreferrer">
                {address}
              </a>
            ),
          },
          { key: 'Owner of this entry', value: dataset.owner },
          { key: 'Look at it again by', value: showDate(dataset.reviewBy) },
          dataset.confirmedAt && {
            key: 'Confirmed',
            value: `${showDay(dataset.confirmedAt)}, ${dataset.confirmedBy ?? ''}`,
          },
        ].map((row) => row || null)}
      />
      {(may.keep || may.confirm) && (
        <Form id="care">
          {() => (
            <div className="govuk-button-group">
              {may.confirm && (
                <Button name="intent" value="confirm">
                  Confirm it
                </Button>
              )}
              {may.keep && due && (
                <Button variant="secondary" name="intent" value="reaffirm">
                  It still holds
                </Button>
              )}
              {may.keep && (
                <a className="govuk-link" href={paths.editDataset(reference)}>
                  Change it
                </a>
              )}
            </div>
          )}
        </Form>
      )}
      <WhoDecides reference={reference} panel={dataset.panel} />
      <Linked
        title="Questions it answers"
        none="No question that you can read is answered by it yet."
        links={questions}
        path={paths.question}
      />
      <Linked
        title="Findings that rest on it"
        none="No finding that you can read rests on it yet."
        links={findings}
        path={paths.finding}
      />
    </PageBody>
  );
}

const Text = ({ children }: { children: string }) => <span className="whitespace-pre-line">{children}</span>;

interface LinkedProps {
  title: string;
  none: string;
  links: { reference: string; title: string }[];
  path: (reference: string) => string;
}

function Linked({ title, none, links, path }: LinkedProps) {
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      {links.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <LinkList links={links.map((link) => ({ text: link.title, href: path(link.reference) }))} />
      )}
    </section>
  );
}
