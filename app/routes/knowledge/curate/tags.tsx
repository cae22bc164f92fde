import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TAG_SCHEMES, TagBoxes, tagValues } from '~/components/finding/share/tag-boxes';
import { Form } from '~/components/form';
import { editFindingTags } from '~/domain/knowledge/commands/edit-finding-tags.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Change tags');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const [page, choices] = await Promise.all([
    ask(findingPage, actor, { reference: args.params.reference }),
    ask(termChoices, actor, { schemes: TAG_SCHEMES }),
  ]);
  const { reference, version, terms, may } = found(page);
  if (!may.editTags)
    throw forbidden('Only a coordinator can change the tags of a finding that was sent or published.');
  const back = may.review ? paths.reviewFinding(reference) : paths.finding(reference);
  return { title: version.title, values: tagValues(terms), choices: choices ?? [], back };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, editFindingTags, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference, inReview }) => (inReview ? paths.reviewFinding(reference) : paths.finding(reference)),
    says: 'Tags changed',
  });

export default function Tags() {
  const { title, values, choices, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Where it belongs</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <TagBoxes fields={fields} choices={choices} />
            <ActionBar>
              <Button>Save tags</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
