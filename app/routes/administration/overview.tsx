import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayAdministerPeople(await personWhoAsks(args)));
  return null;
}

export const meta = () => pageTitle('Administration');

const PARTS = [
  { href: paths.people(), text: 'People', what: 'Roles, suspension, erasure, lost second factors' },
  { href: paths.invitations(), text: 'Invitations', what: 'Invite one person, or many from a list' },
  { href: paths.joinRequests(), text: 'Requests to join', what: 'People whose address proves nothing yet' },
  {
    href: paths.organisations(),
    text: 'Organisations and teams',
    what: 'Domains that let people in, teams and their members',
  },
  {
    href: paths.keptMail(),
    text: 'Mail',
    what: 'What was sent, and what waits where there is no mail server',
  },
  { href: paths.audit(), text: 'Audit trail', what: 'What happened, who did it, and whether the chain is signed' },
];

export default function Administration() {
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Administration</h1>
      <ul className="govuk-list">
        {PARTS.map(({ href, text, what }) => (
          <li key={href} className="govuk-!-margin-bottom-4">
            <a className="govuk-link govuk-!-font-weight-bold" href={href}>
              {text}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">{what}</div>
          </li>
        ))}
      </ul>
    </PageBody>
  );
}
