import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { MilestonesForm } from '~/components/award/delivery/milestones-form';
import { planMilestones } from '~/domain/awards/commands/plan-milestones.server';
import { filledRows } from '~/domain/awards/delivery/milestone-rows';
import { milestoneKindList } from '~/domain/awards/queries/milestone-kind-list.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(awardPage, actor, { reference: args.params['reference'] }));
  if (!view.may.planMilestones || !view.milestones)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner plan milestones, before the contract.',
    );
  const { milestones } = view;
  const kinds = found(await ask(milestoneKindList, actor, {}));
  return { view, milestones, kinds, chain: await chainOfAward(actor, view.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const acting = act(args, planMilestones, {
    form: filledRows(await args.request.formData()),
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.award(reference),
    says: 'The milestones are changed',
  });
  return tellIfGone(args, loader, acting);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Change the milestones', data.view.question.title] : ['Not found']));

export default function Milestones() {
  const { view, milestones, kinds, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Milestones' }]}>
      <h1 className="govuk-heading-l">Change the milestones</h1>
      <p className="govuk-body">
        As they will stand in the contract. Their payments have to come to {showMoney(view.amount)}. Until an
        approval is in place, nothing after it can be delivered.
      </p>
      <MilestonesForm
        milestones={milestones}
        kinds={kinds}
        reply={reply}
        backHref={paths.award(view.reference)}
      />
    </AwardPage>
  );
}
