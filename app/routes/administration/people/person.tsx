import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AffiliationTag } from '~/components/people/affiliation-tag';
import { PERSON_STATES } from '~/domain/people/person';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { personPage } from '~/domain/people/queries/person-page.server';
import { showTeamRoles } from '~/domain/people/teams/team';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { ConfirmAffiliationButton, PersonActions, RolesOfPerson } from './person-actions';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAdministerPeople(actor));
  return found(await ask(personPage, actor, { reference: args.params.reference }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.name : 'Not found');

export default function Person() {
  const person = useLoaderData<typeof loader>();
  const { reference, name, addresses, teams, affiliations, secondFactor, demonstration, createdAt } = person;
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Administration', href: paths.administration() },
            { text: 'People', href: paths.people() },
            { text: name },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">{name}</h1>
      <MetaLine state={PERSON_STATES[person.state]}>
        {`Joined ${showDay(createdAt)}`}
        {demonstration && 'Demonstration account'}
      </MetaLine>
      <SummaryList
        rows={[
          { key: 'Addresses', value: addresses.map((address) => <div key={address}>{address}</div>) },
          { key: 'Second factor', value: secondFactor ? 'Set up' : 'Not set up' },
          {
            key: 'Teams',
            value:
              teams.length === 0
                ? 'None'
                : teams.map((team) => (
                    <div key={team.reference}>
                      <a className="govuk-link" href={paths.team(team.reference)}>
                        {team.name}
                      </a>
                      : {showTeamRoles(team.roles)}
                    </div>
                  )),
          },
          {
            key: 'Affiliations',
            value:
              affiliations.length === 0
                ? 'None'
                : affiliations.map((each) => (
                    <div key={`${each.reference} ${each.startsOn}`}>
                      {each.organisation}{' '}
                      {each.endsOn ? '(ended)' : <AffiliationTag verified={each.verified} />}{' '}
                      {!each.endsOn && !each.verified && (
                        <ConfirmAffiliationButton person={reference} affiliation={each} />
                      )}
                    </div>
                  )),
          },
        ]}
      />
      <RolesOfPerson person={person} />
      <PersonActions person={person} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.history('person', reference)}>
          History of this person
        </a>
      </p>
    </PageBody>
  );
}
