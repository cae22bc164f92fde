import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CaseRows } from '~/components/finding/share/case-rows';
import { ContentFields } from '~/components/finding/share/content-fields';
import { NearFindings } from '~/components/finding/share/near-findings';
import { TAG_SCHEMES, TagBoxes, tagValues } from '~/components/finding/share/tag-boxes';
import { dayValues, Form } from '~/components/form';
import { saveFindingContent } from '~/domain/knowledge/commands/save-finding-content.server';
import { findingDraft, type FindingDraftView } from '~/domain/knowledge/queries/finding-draft.server';
import { ask } from '~/domain/query.server';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { openDraft } from './draft-pages';

export const meta = () => pageTitle('What it found', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const [draft, terms, priorities] = await Promise.all([
    ask(findingDraft, actor, { reference: args.params.reference }),
    ask(termChoices, actor, { schemes: TAG_SCHEMES }),
    ask(priorityChoices, actor, {}),
  ]);
  return { draft: openDraft(found(draft)), terms: terms ?? [], priorities: priorities ?? [] };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, saveFindingContent, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.checkFinding(reference),
  });

function valuesOf({ version, terms, cases }: FindingDraftView) {
  const { studyType, summary, keyMessages, methods, limits, licence, firstPublicOn } = version;
  return {
    ...{ studyType, summary, keyMessages, methods, limits, licence, firstPublicOn: dayValues(firstPublicOn) },
    ...tagValues(terms),
    cases: cases.map(({ reference, text }) => ({ priority: reference, text })),
  };
}

export default function Content() {
  const { draft, terms, priorities } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.findingDraft(draft.reference)}>Back to the work</BackLink>}>
      <span className="govuk-caption-xl">{draft.version.title}</span>
      <h1 className="govuk-heading-xl">What it found, and where it matters</h1>
      <NearFindings findings={draft.nearest} />
      <Form reply={reply} values={valuesOf(draft)}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={draft.version.revision} />
            <ContentFields fields={fields} />
            {draft.isFirst && (
              <>
                <TagBoxes fields={fields} choices={terms} />
                <CaseRows field={fields.cases} sets={priorities} />
              </>
            )}
            <Button>Save and continue</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
