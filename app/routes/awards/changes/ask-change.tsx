import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ChangeFields } from '~/components/award/steps/change-fields';
import { AwardPage } from '~/components/award/award-page';
import { fieldProps, Form } from '~/components/form';
import { CHANGE_KIND_CODES, CHANGE_KINDS } from '~/domain/awards/changes/change-request';
import { askChange } from '~/domain/awards/commands/ask-change.server';
import { changesPage } from '~/domain/awards/queries/changes-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { changeValues } from './change-values';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

const kindIn = (params: Record<string, string | undefined>) =>
  found(CHANGE_KIND_CODES.find((kind) => kind === params['kind']) ?? null);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const kind = kindIn(args.params);
  const view = found(await ask(changesPage, actor, { reference: args.params['reference'] }));
  if (!view.canAsk)
    throw forbidden('Only the two sides of the contract ask for a change, while the award is in delivery.');
  return { view, kind, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, askChange(kindIn(args.params)), {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.change(reference),
      says: 'The change is asked for. The other side decides.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Ask for a change', data.view.question.title] : ['Not found']));

export default function AskChange() {
  const { view, kind, chain } = useLoaderData<typeof loader>();
  const back = paths.changes(view.reference);
  const trail = [{ text: 'Changes of the plan', href: back }, { text: CHANGE_KINDS[kind] }];
  return (
    <AwardPage chain={chain} award={view} trail={trail}>
      <span className="govuk-caption-l">Ask for a change</span>
      <h1 className="govuk-heading-l">{CHANGE_KINDS[kind]}</h1>
      <Form reply={useActionData<typeof action>()} values={changeValues(kind, view)}>
        {(fields) => (
          <>
            <ChangeFields kind={kind} fields={fields} view={view} />
            <Textarea label="Why it has to change" rows={5} {...fieldProps(fields['reason'])} />
            <ActionBar>
              <Button once>Ask for it</Button>
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
