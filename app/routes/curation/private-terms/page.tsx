import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { retirePrivateTerm } from '~/domain/curation/commands/retire-private-term.server';
import { tagPrivately } from '~/domain/curation/commands/tag-privately.server';
import { untagPrivately } from '~/domain/curation/commands/untag-privately.server';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { privateTerm } from '~/domain/curation/queries/private-terms.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  return found(await ask(privateTerm, actor, { reference: args.params['reference'] }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Not found');

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const fixed = { term: args.params['reference'] ?? '' };
  const done = ({ reference }: { reference: string }) => paths.privateTerm(reference);
  if (intent === 'untag') return act(args, untagPrivately, { form, fixed, done, says: 'No longer tagged' });
  return intent === 'retire'
    ? act(args, retirePrivateTerm, { form, fixed, done, says: 'Nothing new is tagged with it' })
    : act(args, tagPrivately, { form, fixed, done, says: 'Tagged' });
}

export default function PrivateTerm() {
  const { name, meaning, retired, tagged } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const crumbs = [
    { text: 'Desk', href: paths.desk() },
    { text: 'Private terms', href: paths.privateTerms() },
    { text: name },
  ];
  return (
    <PageBody before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-l">{name}</h1>
      <p className="govuk-body">
        {meaning}
        {retired && ' It is no longer in use.'}
      </p>
      {tagged.length === 0 && (
        <EmptyState title="Nothing is tagged with it">
          Enter the reference of a finding or a question.
        </EmptyState>
      )}
      <ul className="govuk-list">
        {tagged.map(({ tag, noun, reference, title }) => (
          <li key={tag}>
            <a
              className="govuk-link"
              href={noun === 'finding' ? paths.finding(reference) : paths.question(reference)}
            >
              {title}
            </a>
            <Form id={`untag-${tag}`}>
              {() => (
                <>
                  <input type="hidden" name="tag" value={tag} />
                  <Button variant="secondary" name="intent" value="untag">
                    Take the tag away<span className="govuk-visually-hidden">: {title}</span>
                  </Button>
                </>
              )}
            </Form>
          </li>
        ))}
      </ul>
      {!retired && (
        <>
          <Form id="tag" reply={reply}>
            {(fields) => (
              <>
                <TextInput
                  label="Finding or question"
                  hint="Its reference, like H7K4-QXMF"
                  width={10}
                  {...fieldProps(fields['reference'])}
                />
                <Button name="intent" value="tag">
                  Tag it
                </Button>
              </>
            )}
          </Form>
          <Form id="retire">
            {() => (
              <Button variant="secondary" name="intent" value="retire">
                Use this word no longer
              </Button>
            )}
          </Form>
        </>
      )}
    </PageBody>
  );
}
