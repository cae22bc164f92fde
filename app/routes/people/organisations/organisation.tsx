import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OrganisationLine } from '~/components/succession/organisation-line';
import { Successors } from '~/components/succession/successors';
import { NOT_KNOWN, showKind, showLevel } from '~/domain/people/organisations/organisation';
import { organisationPage } from '~/domain/people/queries/organisation-page.server';
import { ask } from '~/domain/query.server';
import { organisationLine } from '~/domain/succession/queries/organisation-line.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { Timeline } from '~/ui/report/timeline';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { PeopleOfOrganisation, TeamsOfOrganisation } from './parts';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const { reference } = args.params;
  const [description, line] = await Promise.all([
    ask(organisationPage, actor, { reference }),
    ask(organisationLine, actor, { reference }),
  ]);
  const page = found(description);
  if (page.mergedInto) throw redirect(paths.organisation(page.mergedInto));
  return { ...page, line: found(line) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.name : 'Not found');

export default function Organisation() {
  const page = useLoaderData<typeof loader>();
  const state = page.closedAt
    ? { text: 'Closed', colour: 'grey' as const }
    : page.invented
      ? { text: 'Invented', colour: 'yellow' as const }
      : { text: 'Organisation', colour: 'blue' as const };
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Organisations', href: paths.organisations() }, { text: page.name }]} />
      }
    >
      <h1 className="govuk-heading-xl">{page.name}</h1>
      <MetaLine state={state}>{showKind(page.kind)}</MetaLine>
      <Successors closedAt={page.closedAt} steps={page.line.steps} />
      <SummaryList
        rows={[
          { key: 'Level', value: showLevel(page.level) },
          { key: 'Region', value: <Region page={page} /> },
          {
            key: 'E-mail domains',
            value: page.domains.length === 0 ? 'None that let people in' : page.domains.join(', '),
          },
          page.rorId !== null && { key: 'ROR', value: page.rorId },
        ]}
      />
      {page.may.change && (
        <ActionBar>
          <Button variant="secondary" href={paths.changeOrganisation(page.reference)}>
            Change
          </Button>
          <a className="govuk-link" href={paths.organisationApprovals(page.reference)}>
            Further approvals by value
          </a>
          {page.closedAt === null && (
            <a className="govuk-link" href={paths.reorganise(page.reference)}>
              Reorganise
            </a>
          )}
        </ActionBar>
      )}
      <TeamsOfOrganisation {...page} mayCreate={page.may.createTeam} />
      <PeopleOfOrganisation {...page} />
      <OrganisationLine steps={page.line.steps} />
      <h2 className="govuk-heading-m">How it was described</h2>
      <Timeline
        headingLevel={3}
        events={page.versions.map(({ number, changeNote, holdsFrom, by, content }) => ({
          title: changeNote,
          when: `from ${showDate(holdsFrom)}`,
          ...(by ? { by } : {}),
          children: `Version ${number}: ${content.name}, ${showKind(content.kind)}, level ${showLevel(content.level).toLowerCase()}, region ${content.region ?? NOT_KNOWN}`,
        }))}
      />
    </PageBody>
  );
}

function Region({
  page,
}: {
  page: { reference: string; region: string | null; regionReference: string | null };
}) {
  if (!page.region) return <>{NOT_KNOWN}</>;
  if (!page.regionReference || page.regionReference === page.reference) return <>{page.region}</>;
  return (
    <a className="govuk-link" href={paths.organisation(page.regionReference)}>
      {page.region}
    </a>
  );
}
