import { Form } from '~/components/form';
import type { InstallationRole } from '~/domain/actor';
import { INSTALLATION_ROLE_NAMES, INSTALLATION_ROLES, type PersonState } from '~/domain/people/person';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';

interface Person {
  reference: string;
  name: string;
  state: PersonState;
  roles: InstallationRole[];
  own: boolean;
  secondFactor: boolean;
}

export function RolesOfPerson({ person: { reference, roles, state } }: { person: Person }) {
  if (state === 'erased') return null;
  return (
    <ScrollingTable
      name="Roles of the installation"
      caption="Roles of the installation"
      captionSize="m"
      head={['Role', 'Held', 'Change']}
      rows={INSTALLATION_ROLE_NAMES.map((role) => {
        const held = roles.includes(role);
        return [
          INSTALLATION_ROLES[role].name,
          held ? 'Yes' : 'No',
          <Form key={role} id={role} action={held ? paths.revokeRole(reference) : paths.grantRole(reference)}>
            {() => (
              <>
                <input type="hidden" name="role" value={role} />
                <Button variant="secondary" className="govuk-!-margin-bottom-0">
                  {held ? 'Take back' : 'Give'}
                  <span className="govuk-visually-hidden"> the role {INSTALLATION_ROLES[role].name}</span>
                </Button>
              </>
            )}
          </Form>,
        ];
      })}
    />
  );
}

export function PersonActions({ person: { reference, state, own, secondFactor } }: { person: Person }) {
  if (own || state === 'erased') return null;
  const suspended = state === 'suspended';
  return (
    <section>
      <h2 className="govuk-heading-m">The account</h2>
      {secondFactor && (
        <Form id="clear" action={paths.clearSecondFactor(reference)}>
          {() => <Button variant="secondary">Clear the second factor</Button>}
        </Form>
      )}
      {suspended ? (
        <Form id="restore" action={paths.restorePerson(reference)}>
          {() => <Button variant="secondary">Let the person in again</Button>}
        </Form>
      ) : (
        <Button variant="secondary" href={paths.suspendPerson(reference)}>
          Suspend
        </Button>
      )}{' '}
      <Button variant="warning" href={paths.erasePerson(reference)}>
        Erase
      </Button>
    </section>
  );
}

interface ConfirmProps {
  person: string;
  affiliation: { reference: string; organisation: string };
}

export function ConfirmAffiliationButton({ person, affiliation }: ConfirmProps) {
  return (
    <Form id={`confirm-${affiliation.reference}`} action={paths.confirmAffiliation(person)}>
      {() => (
        <>
          <input type="hidden" name="organisation" value={affiliation.reference} />
          <Button variant="secondary" className="govuk-!-margin-bottom-1">
            Confirm<span className="govuk-visually-hidden"> {affiliation.organisation}</span>
          </Button>
        </>
      )}
    </Form>
  );
}
