import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { seekPartners } from '~/domain/questions/commands/seek-partners.server';
import { stopSeekingPartners } from '~/domain/questions/commands/stop-seeking-partners.server';
import { partnersPage } from '~/domain/questions/queries/partners-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(partnersPage, await personWhoAsks(args), { reference: args.params['reference'] }));
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const stops = form.get('intent') === 'stop';
  form.delete('intent');
  const fixed = { reference: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.questionPartners(reference);
  if (!stops)
    return act(args, seekPartners, { form, fixed, done, says: 'Experts who could join see your note now' });
  form.delete('note');
  form.delete('notPersonal');
  return act(args, stopSeekingPartners, { form, fixed, done, says: 'Your note is gone' });
}

export const meta: MetaFunction = () => pageTitle('Look for partners');

export default function Partners() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={page} here="Look for partners" />}>
      <h1 className="govuk-heading-l">Look for partners</h1>
      <p className="govuk-body">
        Only experts who could bid see this page. The asking team and the panel never do.
      </p>
      {page.partners.length === 0 ? (
        <EmptyState title="Nobody looks for partners yet">
          Say below what you bring and whom you look for.
        </EmptyState>
      ) : (
        page.partners.map(({ reference, name, note }) => (
          <article key={reference}>
            <h2 className="govuk-heading-s">
              <a className="govuk-link" href={paths.expert(reference)}>
                {name}
              </a>
            </h2>
            <Lines text={note} />
          </article>
        ))
      )}
      <Form reply={reply} values={{ note: page.own ?? '' }}>
        {(fields) => (
          <>
            <CharacterCount
              label="What you bring, and whom you look for"
              maxWords={100}
              rows={4}
              {...fieldProps(fields['note'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <ActionBar>
              <Button name="intent" value="seek">
                {page.own === null ? 'Show my note' : 'Change my note'}
              </Button>
              {page.own !== null && (
                <Button name="intent" value="stop" variant="secondary">
                  Take my note away
                </Button>
              )}
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
