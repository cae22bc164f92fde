import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { AffiliationTag } from '~/components/people/affiliation-tag';
import { claimAffiliation } from '~/domain/people/commands/claim-affiliation.server';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { affiliations } = found(await ask(ownAccount, actor, {}));
  return { affiliations, organisations: found(await ask(organisationChoices, actor, {})) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, claimAffiliation, {
    done: () => paths.ownAffiliations(),
    says: ({ name }) => `${name} is on your account, as a claim until it is confirmed`,
  });

export const meta = () => pageTitle('Your affiliations');

export default function OwnAffiliations() {
  const { affiliations, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your affiliations</h1>
      <p className="govuk-body">
        One that you add is a claim. It is confirmed by an e-mail address of the organisation, by an
        invitation, or by a coordinator.
      </p>
      {affiliations.length > 0 && (
        <ScrollingTable
          name="Where you belong and belonged"
          caption="Where you belong and belonged"
          captionSize="m"
          head={['Organisation', 'From', 'To', 'Standing']}
          rows={affiliations.map((each) => [
            each.organisation + (each.post ? `, ${each.post}` : ''),
            showDate(each.startsOn),
            each.endsOn ? (
              showDate(each.endsOn)
            ) : (
              <a key="end" className="govuk-link" href={paths.endAffiliation(each.reference)}>
                End<span className="govuk-visually-hidden"> {each.organisation}</span>
              </a>
            ),
            <AffiliationTag key="standing" verified={each.verified} />,
          ])}
        />
      )}
      <Form reply={reply}>
        {(fields) => (
          <>
            <h2 className="govuk-heading-m">Add an affiliation</h2>
            <Select
              label="Organisation"
              options={[
                { text: 'Choose one', value: '' },
                ...organisations.map(({ reference, name }) => ({ text: name, value: reference })),
              ]}
              {...fieldProps(fields.organisation)}
            />
            <TextInput label="Post (optional)" {...fieldProps(fields.post)} />
            <DateInput label="Since (optional)" hint="For example 1 9 2024" {...dateProps(fields.startsOn)} />
            <DateInput
              label="Until (optional)"
              hint="Only for a post that has ended"
              {...dateProps(fields.endsOn)}
            />
            <Button once>Add</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
