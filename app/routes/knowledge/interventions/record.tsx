import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { recordDirection } from '~/domain/knowledge/commands/record-direction.server';
import { DIRECTION_WORDS, DIRECTIONS } from '~/domain/knowledge/interventions/direction';
import { directionForm } from '~/domain/knowledge/queries/direction-form.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('What it says of an intervention');

export async function loader(args: LoaderFunctionArgs) {
  const { about } = readSearch(args.request, { about: z.string().max(20).optional() });
  const view = found(
    await ask(directionForm, await personWhoAsks(args), {
      reference: args.params['reference'],
      about: about ?? '',
    }),
  );
  if (view.kind === 'denied') throw forbidden(view.why);
  return view;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordDirection, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => `${paths.finding(reference)}#directions`,
    says: 'Recorded, in your name',
  });

const directions = DIRECTIONS.map((value) => ({
  value,
  label: DIRECTION_WORDS[value].says,
  hint: DIRECTION_WORDS[value].hint,
}));

export default function RecordDirection() {
  const { reference, title, subjects, about, before, agreed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = { about, direction: before?.direction ?? agreed ?? undefined, note: before?.note };
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">What it says of an intervention</h1>
      {agreed && (
        <InsetText>
          Two people who appraised it agreed: {DIRECTION_WORDS[agreed].says.toLowerCase()}.
        </InsetText>
      )}
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <Select
              label="The intervention, or the objective of a strategy"
              options={[
                { value: '', text: 'Choose' },
                ...subjects.map((one) => ({ value: one.reference, text: one.name })),
              ]}
              {...fieldProps(fields['about'])}
            />
            <Radios
              label="Which way does it point?"
              hint="What the finding itself reports, not whether you believe it. How sound it is, is appraised apart."
              items={directions}
              {...fieldProps(fields['direction'])}
            />
            <Textarea
              label="What in it says so"
              hint="A sentence or two. Everybody who can read the finding reads this."
              rows={3}
              {...fieldProps(fields['note'])}
            />
            <ActionBar>
              <Button once>Record it</Button>
              <a className="govuk-link" href={paths.finding(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
