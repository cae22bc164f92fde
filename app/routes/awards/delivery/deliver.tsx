import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { fieldProps, Form } from '~/components/form';
import { deliver } from '~/domain/awards/commands/deliver.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, position } = args.params;
  const view = found(await ask(awardPage, actor, { reference }));
  if (!view.milestones) throw forbidden('Only the two sides of the contract see its milestones.');
  const milestone = found(view.milestones.find((one) => String(one.position) === position) ?? null);
  if (!milestone.deliver)
    throw forbidden('Only the lead and the editors of the winning bid deliver what is still owed.');
  return { view, milestone, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, deliver, {
      fixed: { reference: args.params['reference'] ?? '', position: args.params['position'] ?? '' },
      done: ({ reference }) => paths.deliverable(reference),
      says: 'Delivered. The team reviews it now.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Deliver: ${data.milestone.title}`, data.view.question.title] : ['Not found']));

export default function Deliver() {
  const { view, milestone, chain } = useLoaderData<typeof loader>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Deliver' }]}>
      <span className="govuk-caption-l">
        Milestone {milestone.position}, due {showDate(milestone.dueOn)}
      </span>
      <h1 className="govuk-heading-l">Deliver: {milestone.title}</h1>
      <Form reply={useActionData<typeof action>()} values={{ title: milestone.title }}>
        {(fields) => (
          <>
            <TextInput label="Title" {...fieldProps(fields['title'])} />
            <Textarea
              label="What you deliver"
              hint="The text itself, or what it says and where the team finds it. No operational data and nothing about victims."
              rows={12}
              {...fieldProps(fields['summary'])}
            />
            <Textarea
              label="Limits (optional)"
              hint="Where it does not hold, what was not looked at"
              rows={4}
              {...fieldProps(fields['limits'])}
            />
            <ActionBar>
              <Button once>Deliver</Button>
              <a className="govuk-link" href={paths.award(view.reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </AwardPage>
  );
}
