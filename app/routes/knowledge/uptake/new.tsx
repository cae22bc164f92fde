import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Form } from '~/components/form';
import { StepFields } from '~/components/uptake/step-fields';
import { ask } from '~/domain/query.server';
import { recordUptakeStep } from '~/domain/ratings/commands/record-uptake-step.server';
import { uptakeStepForm } from '~/domain/ratings/queries/uptake-step-form.server';
import { UPTAKE_WORDS } from '~/domain/ratings/uptake/uptake';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Record what became of a finding');

const search = { follows: z.string().max(20).optional() };

export async function loader(args: LoaderFunctionArgs) {
  const { follows } = readSearch(args.request, search);
  const input = { reference: args.params['reference'], follows: follows ?? '' };
  const view = found(await ask(uptakeStepForm, await personWhoAsks(args), input));
  if (view.kind === 'denied') throw forbidden(view.why);
  return view;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, recordUptakeStep, {
      fixed: {
        reference: args.params['reference'] ?? '',
        follows: readSearch(args.request, search).follows ?? '',
      },
      done: ({ finding }) => `${paths.finding(finding)}#uptake`,
      says: ({ says }) => says,
    }),
  );

export default function RecordStep() {
  const { reference, title, step, before, organisations, impacts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const organisation = organisations.length === 1 ? organisations[0]?.reference : undefined;
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">{UPTAKE_WORDS[step].record}</h1>
      {before && (
        <InsetText>
          It follows the {before.kind} of {showDate(before.happenedOn)}: {before.text}
        </InsetText>
      )}
      {organisations.length === 0 ? (
        <p className="govuk-body">
          You belong to no organisation that Soundings knows of.{' '}
          <a className="govuk-link" href={paths.account()}>
            Add your affiliation
          </a>{' '}
          first.
        </p>
      ) : (
        <Form reply={reply} values={{ organisation }}>
          {(fields) => (
            <>
              <StepFields {...{ fields, step, organisations, impacts }} />
              <ActionBar>
                <Button once>Record it</Button>
                <a className="govuk-link" href={paths.finding(reference)}>
                  Cancel
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
