import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { mergeTerms } from '~/domain/taxonomy/commands/merge-terms.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { termForEdit } from '~/domain/taxonomy/queries/term-for-edit.server';
import { mayEditTerms } from '~/domain/taxonomy/term-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayEditTerms(actor));
  const term = found(await ask(termForEdit, actor, { reference: args.params['reference'] }));
  const choices = (await ask(termChoices, actor, { schemes: [term.scheme] })) ?? [];
  const { reference, name } = term;
  return { reference, name, others: choices.filter((choice) => choice.name !== name) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, mergeTerms, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.term(reference),
    says: 'Merged. The address of the other one leads here.',
  });

export const meta = () => pageTitle('Merge a term');

export default function MergeTerm() {
  const { reference, name, others } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.term(reference)} />}>
      <h1 className="govuk-heading-xl">Merge “{name}” into another term</h1>
      <p className="govuk-body">
        Its address leads to the one that is kept. Findings, questions, experts, datasets and signals that
        carry it carry the other one from then on. Both histories stay, and you can make them two again.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Select
              label="Which one is kept?"
              options={[
                { value: '', text: 'Choose a term of the same kind' },
                ...others.map((other) => ({ value: other.slug, text: other.name })),
              ]}
              {...fieldProps(fields['into'])}
            />
            <Textarea label="Why do they mean the same?" rows={3} {...fieldProps(fields['reason'])} />
            <Button variant="warning" once>
              Merge them
            </Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
