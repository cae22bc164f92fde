import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PanelTalk } from '~/components/data-access/panel-talk';
import { RequestSaid } from '~/components/data-access/request-said';
import { ask } from '~/domain/query.server';
import { DATA_KINDS, type DataKind } from '~/domain/requests/data/data-request';
import { dataRequestPage } from '~/domain/requests/queries/data/data-request-page.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { SidePanel } from '~/ui/layout/side-panel';
import { BackLink } from '~/ui/navigation/back-link';
import { LinkList } from '~/ui/navigation/link-list';
import { Timeline } from '~/ui/report/timeline';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { STEP_NAMES, STEPS } from './steps';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Request for ${data.dataset.name}` : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(dataRequestPage, actor, { reference: args.params['reference'] }));
}

const FOLLOW = { again: 'Ask again', appeal: 'Appeal', renewal: 'Ask for a renewal' } as const;

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DataRequestPage() {
  const request = useLoaderData<typeof loader>();
  const { dataset, stands, kind, seats, state, notes, may, before, after } = request;
  return (
    <PageBody
      before={<BackLink href={paths.dataRequests()}>Requests for data</BackLink>}
      aside={<Steps request={request} />}
    >
      <span className="govuk-caption-xl">{DATA_KINDS[kind as DataKind]}</span>
      <h1 className="govuk-heading-xl">
        {stands}: {dataset.name}
      </h1>
      {state === 'asked' && seats === 0 && (
        <InsetText>The holder has named nobody who decides about these data yet. They are told.</InsetText>
      )}
      {[before, ...after].map(
        (other) =>
          other && (
            <p key={other.reference} className="govuk-body">
              {other === before ? 'It follows: ' : 'It is followed by: '}
              <a className="govuk-link" href={paths.dataRequest(other.reference)}>
                {DATA_KINDS[other.kind as DataKind]}, {other.state}
              </a>
            </p>
          ),
      )}
      <RequestSaid request={request} />
      {may.panel && <PanelTalk request={request} />}
      <h2 className="govuk-heading-m">Comments</h2>
      {notes.length === 0 ? (
        <p className="govuk-body">None yet.</p>
      ) : (
        <Timeline
          events={notes.map(({ at, text, panelOnly, person }) => ({
            title: panelOnly ? 'For the panel alone' : 'Comment',
            when: showInstant(at),
            dateTime: new Date(at).toISOString(),
            by: person.name,
            children: text,
          }))}
        />
      )}
    </PageBody>
  );
}

function Steps({ request: { reference, may, follows, dataset, early, spoke } }: { request: View }) {
  const links = [
    ...STEP_NAMES.filter((step) => may[STEPS[step].needs] && !(step === 'decision' && early)).map((step) => ({
      text: step === 'opinion' && spoke ? 'Change what you said' : STEPS[step].text,
      href: paths.dataRequestStep(reference, step),
    })),
    ...follows.flatMap((kind) =>
      kind === 'first'
        ? []
        : [{ text: FOLLOW[kind], href: paths.askForData(dataset.reference, { earlier: reference, kind }) }],
    ),
  ];
  if (links.length === 0) return null;
  return (
    <SidePanel title="What you can do" label="What you can do">
      <LinkList links={links} />
    </SidePanel>
  );
}
