import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { HandoverTable } from '~/components/succession/handover-table';
import { ask } from '~/domain/query.server';
import { answerHandovers } from '~/domain/succession/commands/answer-handovers.server';
import { HELD_KIND_NAMES, headingOf, type HeldKind } from '~/domain/succession/holding';
import { ownHandovers, reorganisationItems } from '~/domain/succession/queries/reorganisation-items.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { Pagination } from '~/ui/navigation/pagination';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

const search = {
  kind: z.enum(HELD_KIND_NAMES).optional(),
  after: z
    .string()
    .regex(/^[0-9A-Za-z:-]{1,300}$/)
    .optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const { kind: asked, after } = readSearch(args.request, search);
  const { reference } = args.params;
  const { verdict, ...own } = found(await ask(ownHandovers, actor, { reference }));
  permitted(verdict);
  const kind: HeldKind = asked ?? own.kinds[0]?.kind ?? 'team';
  const items = found(await ask(reorganisationItems, actor, { reference, kind, after, own: true }));
  return { ...own, kind, rows: items.rows, next: items.next };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, answerHandovers, {
    fixed: { reorganisation: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.handovers(reference),
    says: ({ answered, answer }) => `${answer === 'accepted' ? 'Accepted' : 'Declined'} ${answered}`,
  });

export const meta = () => pageTitle('What you are offered');

export default function Handovers() {
  const { reference, ending, inPlaceOf, kinds, kind, rows, next } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody wide before={<BackLink href={paths.reorganisation(reference)} />}>
      <h1 className="govuk-heading-xl">What you are offered from {ending.join(' and ')}</h1>
      {inPlaceOf.length > 0 && (
        <p className="govuk-body">
          {inPlaceOf.join(' and ')} {inPlaceOf.length === 1 ? 'has' : 'have'} nobody who could accept but
          whoever hands over. You answer in {inPlaceOf.length === 1 ? 'its' : 'their'} place, and say why.
        </p>
      )}
      {kinds.length === 0 && <p className="govuk-body">Nothing waits for your answer.</p>}
      <ul className="govuk-list">
        {kinds.map((one) => (
          <li key={one.kind}>
            {one.kind === kind ? (
              <strong>{headingOf(one.kind)}</strong>
            ) : (
              <a className="govuk-link" href={paths.handovers(reference, one.kind)}>
                {headingOf(one.kind)}
              </a>
            )}{' '}
            ({one.waiting})
          </li>
        ))}
      </ul>
      {kinds.length > 0 && (
        <Form reply={reply} values={{ which: 'chosen' }}>
          {(fields) => (
            <>
              {rows.length > 0 && <HandoverTable name={headingOf(kind)} rows={rows} choose="handovers" />}
              <Radios
                label="Your answer"
                inline
                items={[
                  { value: 'accepted', label: 'Accept' },
                  { value: 'declined', label: 'Decline' },
                ]}
                {...fieldProps(fields['answer'])}
              />
              <Radios
                label="For which of them"
                items={[
                  { value: 'chosen', label: 'Those that are ticked' },
                  { value: 'all', label: 'All that you are offered, of every kind' },
                ]}
                {...fieldProps(fields['which'])}
              />
              <Textarea
                label={inPlaceOf.length > 0 ? 'Why' : 'Why (needed to decline)'}
                rows={3}
                {...fieldProps(fields['words'])}
              />
              <Button once>Answer</Button>
            </>
          )}
        </Form>
      )}
      <Pagination {...(next ? { next: { href: paths.handovers(reference, kind, next) } } : {})} />
    </PageBody>
  );
}
