import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayValues, fieldProps, Form } from '~/components/form';
import { ACTIONS, actionsOn } from '~/domain/curation/bulk-action';
import { mayKeepDesk } from '~/domain/curation/curation-policy';
import { queueItem } from '~/domain/curation/queries/queue-item.server';
import { isQueueKind, QUEUES } from '~/domain/curation/queue';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import type { FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, notFound, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { ActionFields } from './action-fields';
import { startAndApply } from './start.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayKeepDesk(actor));
  const { kind, reference } = args.params;
  if (!isQueueKind(kind)) throw notFound();
  const actions = actionsOn(kind).map((name) => ({ name, ...ACTIONS[name] }));
  const [item, tags] = await Promise.all([
    ask(queueItem, actor, { kind, reference }),
    kind === 'untagged' ? ask(termChoices, actor, { schemes: ['threatArea', 'strand'] }) : [],
  ]);
  const nextYear = new Date(actor.asOf);
  nextYear.setUTCFullYear(nextYear.getUTCFullYear() + 1);
  return { ...found(item), queue: QUEUES[kind], actions, tags: tags ?? [], reviewBy: nextYear };
}

/** The next thing is looked up before this one leaves the queue. */
export async function action(args: ActionFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const { kind, reference } = args.params;
  if (!isQueueKind(kind) || !reference) throw notFound();
  const item = await ask(queueItem, actor, { kind, reference });
  const next = item?.next;
  return startAndApply(args, {
    fixed: { items: reference },
    to: () => (next ? paths.deskItem(kind, next) : paths.deskQueue(kind)),
    says: ({ why }) => (why ? `Not done: ${why}` : 'Done. It can be undone from the desk for 24 hours.'),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title ?? 'Desk');

export default function Item() {
  const { kind, queue, title, detail, since, details, place, count, next, ...item } =
    useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const rows = [
    ...(detail && details.length === 0 ? [{ key: 'Of', value: detail }] : []),
    { key: queue.since, value: showDay(since) },
    ...details.map(({ name, value }) => ({ key: name, value })),
  ];
  const [only] = item.actions;
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Desk', href: paths.desk() },
            { text: queue.title, href: paths.deskQueue(kind) },
            { text: `${place} of ${count}` },
          ]}
        />
      }
    >
      <Form reply={reply} values={{ reviewBy: dayValues(item.reviewBy) }}>
        {(fields) => (
          <>
            <span className="govuk-caption-l">{queue.title}</span>
            <h1 className="govuk-heading-l">{title}</h1>
            <SummaryList rows={rows} />
            {item.actions.length > 1 ? (
              <Radios
                label="What do you decide?"
                items={item.actions.map(({ name, label, changes }) => ({
                  value: name,
                  label,
                  hint: changes,
                }))}
                {...fieldProps(fields.action)}
              />
            ) : (
              <input type="hidden" name="action" value={only?.name} />
            )}
            <ActionFields asks={item.actions.map(({ asks }) => asks)} fields={fields} tags={item.tags} />
            <ActionBar>
              <Button once>
                {item.actions.length > 1 ? 'Decide, and go to the next' : `${only?.label ?? 'Act'}, and next`}
              </Button>
              {next && (
                <a className="govuk-link" href={paths.deskItem(kind, next)}>
                  Skip to the next
                </a>
              )}
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
