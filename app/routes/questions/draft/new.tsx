import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form, type Fields } from '~/components/form';
import { ask } from '~/domain/query.server';
import { startQuestion } from '~/domain/questions/commands/start-question.server';
import { startingChoices, type StartingChoices } from '~/domain/questions/queries/starting-choices.server';
import { referenceInput } from '~/domain/reference-input';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

const slugs = z.array(z.string().max(100)).optional();
const SEARCH = {
  route: z.string().max(60).optional(),
  threat: slugs,
  strand: slugs,
  enabler: slugs,
  level: slugs,
  priority: z.array(referenceInput).optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const choices = found(await ask(startingChoices, await personWhoAsks(args), {}));
  return { ...choices, chosen: readSearch(args.request, SEARCH) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const direct = form.get('route') === 'expert-advice-request';
  return act(args, startQuestion, {
    form,
    done: ({ reference }) =>
      direct ? paths.questionTask(reference, 'request') : paths.questionDraft(reference),
  });
}

export const meta: MetaFunction = () => pageTitle('Ask a question');

export default function NewQuestion() {
  const { teams, routes, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const [first] = teams;
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Questions', href: paths.questions() }, { text: 'Ask a question' }]} />
      }
    >
      <h1 className="govuk-heading-l">Ask a question</h1>
      {first ? (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.lessons()}>
              Lessons of earlier commissions
            </a>
          </p>
          <Form reply={reply} values={{ route: chosen.route ?? '', team: first.reference }}>
            {(fields) => <StartFields fields={fields} teams={teams} routes={routes} chosen={chosen} />}
          </Form>
        </>
      ) : (
        <EmptyState title="Your teams have not made you an author">
          Questions are asked by teams. Ask somebody in your team to give you the role of author.
        </EmptyState>
      )}
    </PageBody>
  );
}

interface Props extends StartingChoices {
  fields: Fields;
  chosen: {
    threat?: string[] | undefined;
    strand?: string[] | undefined;
    enabler?: string[] | undefined;
    level?: string[] | undefined;
    priority?: string[] | undefined;
  };
}

function StartFields({ fields, teams, routes, chosen }: Props) {
  const [first] = teams;
  const carried = {
    threats: chosen.threat,
    strands: chosen.strand,
    enablers: chosen.enabler,
    levels: chosen.level,
    priorities: chosen.priority,
  };
  return (
    <>
      {Object.entries(carried).flatMap(([name, values]) =>
        (values ?? []).map((value) => (
          <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      <TextInput
        label="The question, in one sentence"
        hint="You can change it later."
        {...fieldProps(fields['title'])}
      />
      <Radios
        label="Route"
        hint={
          <>
            How much process it gets. Not sure?{' '}
            <a className="govuk-link" href={paths.whichRoute()}>
              Find the right route
            </a>
          </>
        }
        items={routes.map(({ slug, name, purpose }) => ({ value: slug, label: name, hint: purpose }))}
        {...fieldProps(fields['route'])}
      />
      {teams.length > 1 ? (
        <Radios
          label="Team that asks"
          items={teams.map(({ reference, name, organisation }) => ({
            value: reference,
            label: name,
            hint: organisation,
          }))}
          {...fieldProps(fields['team'])}
        />
      ) : (
        <input type="hidden" name="team" value={first?.reference} />
      )}
      <Button once>Start the draft</Button>
    </>
  );
}
