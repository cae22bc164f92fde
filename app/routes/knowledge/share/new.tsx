import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FindByDoi } from '~/components/finding/share/find-by-doi';
import { fieldProps, Form } from '~/components/form';
import { canLookUpDois } from '~/domain/knowledge/citations/registries/look-up-doi.server';
import { shareReference } from '~/domain/knowledge/commands/share-reference.server';
import { mayShareFinding } from '~/domain/knowledge/finding-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { allowed } from '~/web/allowed.server';
import { pageTitle } from '~/web/page-title';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Share research');

export async function loader(args: LoaderFunctionArgs) {
  allowed(mayShareFinding(await personWhoAsks(args)));
  return { canLookUp: canLookUpDois() };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, shareReference, {
    done: ({ reference, complete }) =>
      complete ? paths.findingContent(reference) : paths.findingDraft(reference),
  });

export default function ShareResearch() {
  const { canLookUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Knowledge base', href: paths.findings() }, { text: 'Share research' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Share research</h1>
      <Lede>
        Research that nobody here asked for is welcome: yours, or work that others should know. A coordinator
        looks at it before the network can read it.
      </Lede>
      {canLookUp && <FindByDoi />}
      <Form reply={reply}>
        {(fields) => (
          <>
            <Textarea
              label="Paste its reference"
              hint="A BibTeX or RIS record, as journals and reference managers export them, or a DOI"
              rows={8}
              spellCheck={false}
              {...fieldProps(fields.pasted)}
            />
            <ActionBar>
              <Button>Continue</Button>
              <a className="govuk-link" href={paths.shareByHand()}>
                Fill in the form instead
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
