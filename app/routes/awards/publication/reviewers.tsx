import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { checkboxesProps, dateProps, Form } from '~/components/form';
import { openReviewRound } from '~/domain/awards/commands/open-review-round.server';
import { reviewRoundPage } from '~/domain/awards/queries/review-round-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { DateInput } from '~/ui/forms/date-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDeliverable } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(reviewRoundPage, actor, { reference: args.params['reference'] }));
  if (!view.opens)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner ask for a round of review, one at a time, before sign-off.',
    );
  return { view, chain: await chainOfDeliverable(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, openReviewRound, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.deliverable(reference),
      says: 'The reviewers are asked',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Ask reviewers', data.view.title] : ['Not found']));

export default function Reviewers() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.deliverable(view.reference);
  const trail = [{ text: view.title, href: back }, { text: 'Ask reviewers' }];
  return (
    <AwardPage chain={chain} award={view.award} trail={trail}>
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Round {view.number}: who reviews it?</h1>
      <p className="govuk-body">
        Each writes a review and advises to accept it, to accept it with changes or to return it. Nobody who
        reviews signs it off.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <Checkboxes
              label="Reviewers"
              labelProps={{ size: 's' }}
              items={view.people.map(({ reference, name }) => ({ value: reference, label: name }))}
              {...checkboxesProps(fields['reviewers'])}
            />
            <DateInput label="By when" labelProps={{ size: 's' }} {...dateProps(fields['dueOn'])} />
            <ActionBar>
              <Button once>Ask them</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </AwardPage>
  );
}
