import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { dateProps, fieldProps, Form } from '~/components/form';
import { prepareLetter } from '~/domain/awards/commands/prepare-letter.server';
import { agreementPage } from '~/domain/awards/queries/agreement-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
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
  const view = found(await ask(agreementPage, actor, { reference: args.params['reference'] }));
  if (!view.canPrepare)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner prepare a letter, after the notice and before the contract.',
    );
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, prepareLetter, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.agreementLetter(reference),
      says: 'The letter is prepared. Read it once more, then send it.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Prepare the agreement letter', data.view.question.title] : ['Not found']));

export default function Prepare() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.agreementLetter(view.reference);
  const trail = [{ text: 'Agreement letter', href: back }, { text: 'Prepare' }];
  const nobody = { value: '', text: 'Nobody: the lead signs alone' };
  return (
    <AwardPage chain={chain} award={view} trail={trail}>
      <h1 className="govuk-heading-l">Prepare the agreement letter</h1>
      <Form reply={useActionData<typeof action>()} values={{ text: view.drafted }}>
        {(fields) => (
          <>
            <Textarea
              label="Text"
              hint="Once sent it is frozen, with a hash that anybody can check."
              rows={16}
              {...fieldProps(fields['text'])}
            />
            <TextInput
              label="Reference of the contract"
              hint="As in your own contract register"
              width={20}
              {...fieldProps(fields['contractReference'])}
            />
            <DateInput label="First day" labelProps={{ size: 's' }} {...dateProps(fields['startsOn'])} />
            <DateInput label="Last day" labelProps={{ size: 's' }} {...dateProps(fields['endsOn'])} />
            <Select
              label="Who signs for the institution, besides the lead?"
              options={[
                nobody,
                ...view.signatories.map(({ reference, name }) => ({ value: reference, text: name })),
              ]}
              {...fieldProps(fields['signatory'])}
            />
            <ActionBar>
              <Button once>Save the letter</Button>
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
