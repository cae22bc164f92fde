import type { FormReply } from '~/web/act.server';
import { Form, fieldProps } from '~/components/form';
import { COUNTRY_ROLES, ROLE_NAMES, type CountryRole } from '~/domain/understanding/places/countries';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { Facts } from '~/ui/layout/facts';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';

interface Props {
  noun: 'question' | 'finding';
  reference: string;
  title: string;
  roles: { role: CountryRole; names: string[] }[];
  maySet: boolean;
  reply: FormReply | undefined;
}

/** The countries of a question or finding, to read, and to record by those who may. */
export function CountriesPage({ noun, reference, title, roles, maySet, reply }: Props) {
  const values = Object.fromEntries(roles.map(({ role, names }) => [role, names.join('\n')]));
  return (
    <PageBody
      before={<BackLink href={noun === 'question' ? paths.question(reference) : paths.finding(reference)} />}
    >
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Countries it is about</h1>
      <Facts
        items={roles.map(({ role, names }) => ({
          name: ROLE_NAMES[role],
          value: names.join(', ') || 'None said',
        }))}
      />
      {maySet && (
        <Form reply={reply} values={values}>
          {(fields) => (
            <>
              {COUNTRY_ROLES.map((role) => (
                <Textarea
                  key={role}
                  label={ROLE_NAMES[role]}
                  hint="One a line, by name or two-letter code"
                  rows={3}
                  {...fieldProps(fields[role])}
                />
              ))}
              <Button once>Record the countries</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
