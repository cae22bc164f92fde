import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayValues, Form } from '~/components/form';
import { changeExpertProfile } from '~/domain/people/commands/change-expert-profile.server';
import { expertiseChoices } from '~/domain/people/queries/expertise-choices.server';
import { ownExpertProfile } from '~/domain/people/queries/own-expert-profile.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { AboutFields, ClearanceFields, ExpertiseFields, TimeFields } from './profile-fields';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const profile = found(await ask(ownExpertProfile, actor, {}));
  return { profile, choices: found(await ask(expertiseChoices, actor, {})) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeExpertProfile, {
    done: () => paths.account(),
    says: 'Your profile is saved and marked as current',
  });

export const meta = () => pageTitle('Your expert profile');

export default function OwnProfile() {
  const { profile, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = {
    ...profile,
    capacityDays: profile.capacityDays === null ? '' : String(profile.capacityDays),
    availableFrom: dayValues(profile.availableFrom),
    clearanceExpires: dayValues(profile.clearanceExpires),
    listed: profile.listed ? 'on' : '',
  };
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your expert profile</h1>
      {profile.threatAreas.length === 0 && (
        <InsetText>
          Teams find experts by threat area. Choose yours below: until then no open question reaches you and
          no team is told of you.
        </InsetText>
      )}
      {profile.confirmedAt && (profile.summary !== '' || profile.threatAreas.length > 0) && (
        <InsetText>
          You last said that this is current on {showDay(profile.confirmedAt)}.
          <Form id="confirm" action={paths.confirmProfile()}>
            {() => (
              <Button variant="secondary" className="govuk-!-margin-bottom-0">
                It is still current
              </Button>
            )}
          </Form>
        </InsetText>
      )}
      <Form id="profile" reply={reply} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={profile.revision} />
            <AboutFields fields={fields} />
            <ExpertiseFields fields={fields} choices={choices} />
            <TimeFields fields={fields} />
            <ClearanceFields fields={fields} />
            <Button once>Save as current</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
