import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { authoriseTeam } from '~/domain/understanding/commands/authorise-team.server';
import { endTeamRating } from '~/domain/understanding/commands/end-team-rating.server';
import { ratingTeams } from '~/domain/understanding/queries/rating-teams.server';
import { mayAuthoriseTeams } from '~/domain/understanding/understanding-policy';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAuthoriseTeams(actor));
  return found(await ask(ratingTeams, actor, {}));
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const ends = form.get('does') === 'end';
  form.delete('does');
  const going = { form, done: () => paths.understandingTeams() };
  return ends
    ? act(args, endTeamRating, { ...going, says: 'Ended. What it judged stays.' })
    : act(args, authoriseTeam, { ...going, says: 'The team may judge now, and is told' });
}

export const meta = () => pageTitle('Teams that may judge');

export default function RatingTeams() {
  const { rating, others } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.understanding()} />}>
      <h1 className="govuk-heading-xl">Teams that may judge</h1>
      <p className="govuk-body">
        Besides coordinators, the authors and senior responsible owners of these teams judge what is
        understood and keep indicators.
      </p>
      {rating.length === 0 && <p className="govuk-body">No team is authorised.</p>}
      {rating.map(({ reference, name, organisation, since }) => (
        <Form key={reference} id={`end-${reference}`}>
          {() => (
            <>
              <input type="hidden" name="does" value="end" />
              <input type="hidden" name="team" value={reference} />
              <p className="govuk-body govuk-!-margin-bottom-1">
                {name}, {organisation}, since {showDay(since ?? '')}
              </p>
              <Button variant="secondary" once>
                End<span className="govuk-visually-hidden"> that {name} may judge</span>
              </Button>
            </>
          )}
        </Form>
      ))}
      <h2 className="govuk-heading-m">Authorise a team</h2>
      <Form reply={reply} id="authorise">
        {(fields) => (
          <>
            <Select
              label="Team"
              options={[
                { text: 'Choose', value: '' },
                ...others.map(({ reference, name, organisation }) => ({
                  text: `${name}, ${organisation}`,
                  value: reference,
                })),
              ]}
              {...fieldProps(fields['team'])}
            />
            <Button once>Authorise</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
