import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { settleFunder } from '~/domain/questions/commands/settle-funder.server';
import { fundersPage } from '~/domain/questions/queries/funders-page.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(fundersPage, actor, { reference: args.params['reference'] }));
  const wanted = args.params['funder'];
  const funder = found(view.funders.find(({ reference }) => showReference(reference) === wanted) ?? null);
  if (!view.may.keep || funder.standing === 'fallenAway')
    throw forbidden(
      'Those who answer for the question and its money say what became of it, until it fell away.',
    );
  return { reference: view.reference, title: view.title, funder };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, settleFunder, {
      fixed: { reference: args.params['funder'] ?? '' },
      done: ({ question }) => paths.questionFunders(question),
      says: 'What became of the money is recorded',
    }),
  );

export const meta: MetaFunction = () => pageTitle('What became of the money');

export default function SettleFunder() {
  const { reference, title, funder } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.questionFunders(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">
        {funder.name}, {showMoney(funder.amount)}: what became of it?
      </h1>
      {funder.condition !== '' && <p className="govuk-body">Condition: {funder.condition}</p>}
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <Radios
              label="What became of it"
              labelProps={{ size: 's' }}
              items={[
                ...(funder.standing === 'conditional' ? [{ value: 'firm', label: 'It is firm now' }] : []),
                { value: 'fallenAway', label: 'It has fallen away' },
              ]}
              {...fieldProps(fields['becomes'])}
            />
            <DateInput label="On which day" labelProps={{ size: 's' }} {...dateProps(fields['on'])} />
            <CharacterCount
              label="Why, or where it is written"
              maxCharacters={1000}
              rows={3}
              {...fieldProps(fields['reason'])}
            />
            <p className="govuk-body">What was said before stays on the page.</p>
            <Button once>Record it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
