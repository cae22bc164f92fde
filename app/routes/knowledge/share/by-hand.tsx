import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Form } from '~/components/form';
import { FindByDoi } from '~/components/finding/share/find-by-doi';
import { NearFindings } from '~/components/finding/share/near-findings';
import { WorkFields, workValues } from '~/components/finding/share/work-fields';
import { canLookUpDois } from '~/domain/knowledge/citations/registries/look-up-doi.server';
import { shareByHand } from '~/domain/knowledge/commands/share-by-hand.server';
import { mayShareFinding } from '~/domain/knowledge/finding-policy';
import { doiLookUp } from '~/domain/knowledge/queries/doi-look-up.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ErrorSummary } from '~/ui/forms/error-summary';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { allowed } from '~/web/allowed.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('The work', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  allowed(mayShareFinding(actor));
  const { doi } = readSearch(args.request, { doi: z.string().max(500).optional() });
  const lookUp = doi === undefined ? null : await ask(doiLookUp, actor, { doi });
  return { name: actor.name, canLookUp: canLookUpDois(), lookUp };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, shareByHand, { done: ({ reference }) => paths.findingContent(reference) });

type LookUp = ReturnType<typeof useLoaderData<typeof loader>>['lookUp'];

function valuesOf(lookUp: LookUp, name: string) {
  if (lookUp?.kind === 'found') {
    const { reference } = lookUp;
    return workValues({ ...reference, authors: reference.authors.map((one) => ({ ...one, roles: [] })) });
  }
  return { kind: 'article', doi: lookUp?.typed, authors: [{ name, orcid: '', roles: [] }] };
}

export default function ShareByHand() {
  const { name, canLookUp, lookUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failure = lookUp?.kind === 'failed' ? lookUp : undefined;
  return (
    <PageBody before={<BackLink href={paths.shareFinding()} />}>
      {failure && !reply && <ErrorSummary errors={[{ field: 'find-doi', message: failure.message }]} />}
      <h1 className="govuk-heading-xl">The work</h1>
      {canLookUp && <FindByDoi typed={failure?.typed} error={failure?.message} />}
      {lookUp?.kind === 'found' && (
        <>
          <InsetText>Found in {lookUp.registry}. Check it against the work itself.</InsetText>
          <NearFindings findings={lookUp.nearest} />
        </>
      )}
      <Form reply={reply} values={valuesOf(lookUp, name)}>
        {(fields) => (
          <>
            <WorkFields fields={fields} />
            <Button>Save and continue</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
