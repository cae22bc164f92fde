import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { SentToLevels } from '~/components/question/page/sent-to-levels';
import { ask } from '~/domain/query.server';
import { USUAL_WORKING_DAYS } from '~/domain/questions/cascading/cascade';
import { sendToLevels } from '~/domain/questions/commands/send-to-levels.server';
import { levelsPage } from '~/domain/questions/queries/levels-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { level } = readSearch(args.request, { level: z.string().max(60).optional() });
  const { verdict, page } = found(
    await ask(levelsPage, actor, { reference: args.params['reference'], level }),
  );
  permitted(verdict);
  return found(page);
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, sendToLevels, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ question }) => `${paths.question(question)}#levels`,
      says: ({ sent }) => (sent === 1 ? 'Sent to one team' : `Sent to ${sent} teams`),
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Send to other levels', data.title] : ['Not found']));

export default function Levels() {
  const { reference, title, levels, level, teams, priorities, cascades } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Send to other levels</h1>
      <p className="govuk-body">
        Each team accepts with what it will contribute, declines with a reason, or notes it. A team that
        leaves it unanswered is reminded once; then coordinators are told.
      </p>
      <SentToLevels cascades={cascades} />
      {cascades.length > 0 && <h2 className="govuk-heading-m">Send it to more teams</h2>}
      <ul className="govuk-list">
        {levels.map(({ slug, name, teams: count }) => (
          <li key={slug}>
            {slug === level?.slug ? (
              <strong>{name}</strong>
            ) : (
              <a className="govuk-link" href={paths.sendToLevel(reference, slug)}>
                {name}
              </a>
            )}{' '}
            ({count} {count === 1 ? 'team' : 'teams'})
          </li>
        ))}
      </ul>
      {teams.length === 0 && !reply ? (
        <p className="govuk-body">
          {level
            ? 'Every team of this level has it.'
            : 'No other team belongs to an organisation whose level is known.'}
        </p>
      ) : (
        <Form reply={reply} values={{ workingDays: String(USUAL_WORKING_DAYS) }}>
          {(fields) => (
            <>
              <Checkboxes
                label={level?.name ?? 'Teams'}
                small
                items={teams}
                {...checkboxesProps(fields['teams'])}
              />
              {priorities.length > 0 && (
                <Select
                  label="For one priority (optional)"
                  options={[
                    { value: '', text: 'The whole question' },
                    ...priorities.map((one) => ({ value: one.reference, text: one.name })),
                  ]}
                  {...fieldProps(fields['priority'])}
                />
              )}
              <CharacterCount
                label="What you ask of them"
                maxCharacters={2000}
                rows={4}
                {...fieldProps(fields['message'])}
              />
              <TextInput label="Working days to answer" width={2} {...fieldProps(fields['workingDays'])} />
              <Button once>Send</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
