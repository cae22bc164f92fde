import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, checkboxesProps, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { redrawCrosswalk } from '~/domain/strategy/commands/redraw-crosswalk.server';
import { prioritySetPage } from '~/domain/strategy/queries/priority-set-page.server';
import { mayKeepStrategy } from '~/domain/strategy/strategy-policy';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const set = found(await ask(prioritySetPage, actor, { slug: args.params['slug'] }));
  if (!set.may.keepThis) permitted(mayKeepStrategy(actor));
  return { set, areas: found(await ask(termChoices, actor, { schemes: ['threatArea'] })) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, redrawCrosswalk, { done: ({ slug }) => paths.prioritySet(slug), says: 'Crosswalk redrawn' });

export const meta = () => pageTitle('Redraw a crosswalk');

export default function RedrawCrosswalk() {
  const { set, areas } = useLoaderData<typeof loader>();
  const [latest] = set.crosswalks;
  const values = {
    pairs: (latest?.entries ?? []).map(
      ({ priorityId, term }) => `${referenceOf(set, priorityId)}:${term.slug}`,
    ),
    verified: latest?.verified ? 'yes' : 'no',
    note: latest?.note ?? '',
  };
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: set.document, href: paths.prioritySet(set.slug) },
            { text: 'Crosswalk' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Which threat areas does each priority cover?</h1>
      <p className="govuk-body">
        Saving makes version {(latest?.number ?? 0) + 1} of the crosswalk of {set.document}. The one before
        stays.
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="reference" value={set.reference} />
            <input type="hidden" name="number" value={latest?.number ?? 0} />
            {set.priorities.map(({ reference, name }, index) => (
              <Checkboxes
                key={reference}
                small
                label={name}
                items={areas.map((area) => ({ value: `${reference}:${area.slug}`, label: area.name }))}
                {...checkboxesProps(fields['pairs'])}
                error={index === 0 ? fields['pairs']?.errors?.[0] : undefined}
                id={index === 0 ? fields['pairs']?.id : `pairs-${reference}`}
              />
            ))}
            <Radios
              label="Was this checked against the document?"
              items={[
                { value: 'yes', label: 'Yes, it is what the document says' },
                { value: 'no', label: 'No, it is a proposal', hint: 'Pages show it as unverified' },
              ]}
              {...fieldProps(fields['verified'])}
            />
            <Textarea label="Where this mapping comes from" {...fieldProps(fields['note'])} />
            <Button>Save new version</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}

const referenceOf = (set: { priorities: { id: string; reference: string }[] }, priorityId: string): string =>
  set.priorities.find(({ id }) => id === priorityId)?.reference ?? '';
