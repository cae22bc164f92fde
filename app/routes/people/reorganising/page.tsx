import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NextStep } from '~/components/succession/next-step';
import { reorganisationTitle } from '~/components/succession/reorganisation-title';
import { ask } from '~/domain/query.server';
import { headingOf } from '~/domain/succession/holding';
import { reorganisationPage } from '~/domain/succession/queries/reorganisation-page.server';
import { goesOn, STATE_WORDS, type ReorganisationKind } from '~/domain/succession/reorganisation';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const page = found(await ask(reorganisationPage, actor, { reference: args.params['reference'] }));
  const namesOn = (side: string) => page.parts.filter((part) => part.side === side).map(({ name }) => name);
  const title = reorganisationTitle({
    ...page,
    ending: page.formerName ? [page.formerName] : namesOn('predecessor'),
    following: namesOn('successor'),
  });
  return { ...page, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.title : 'Not found');

export default function Reorganisation() {
  const page = useLoaderData<typeof loader>();
  const { reference, kind, state, may } = page;
  const deny = may.confirm.kind === 'deny' && state === 'proposed' ? may.confirm.why : null;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[
            { text: 'Organisations', href: paths.organisations() },
            { text: 'Reorganisations', href: paths.reorganisations() },
            { text: page.title },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">{page.title}</h1>
      <MetaLine state={STATE_WORDS[state]}>{`from ${showDate(page.effectiveOn)}`}</MetaLine>
      <SummaryList
        rows={[
          { key: 'Why', value: page.basis },
          { key: 'Proposed by', value: page.proposedBy },
          page.confirmedBy !== null && { key: 'Confirmed by', value: page.confirmedBy },
          page.withdrawnReason !== null && { key: 'Withdrawn', value: page.withdrawnReason },
        ]}
      />
      <Parts page={page} />
      {kind !== 'rename' && <Lines page={page} />}
      {page.may.arrange && <NextStep {...page} deny={deny} />}
      <ActionBar>
        {may.confirm.kind === 'allow' && (
          <Button href={paths.confirmReorganisation(reference)}>Confirm</Button>
        )}
        {page.answers && state === 'running' && (
          <Button href={paths.handovers(reference)}>Answer what you are offered</Button>
        )}
        {may.complete && <Button href={paths.completeReorganisation(reference)}>Complete</Button>}
        {may.withdraw && (
          <a className="govuk-link" href={paths.withdrawReorganisation(reference)}>
            Withdraw
          </a>
        )}
      </ActionBar>
    </PageBody>
  );
}

interface PageProps {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
}

const becomes = (kind: ReorganisationKind, side: 'predecessor' | 'successor'): string => {
  if (kind === 'rename') return 'Gets another name';
  if (goesOn(kind)) return side === 'successor' ? 'Takes over a part' : 'Goes on';
  return side === 'successor' ? 'Follows' : 'Ends';
};

function Parts({ page }: PageProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Organisations in it</h2>
      <ScrollingTable
        name="Organisations in it"
        head={['Organisation', 'What becomes of it', 'Named person']}
        rows={page.parts.map((part) => [
          <a key="name" className="govuk-link" href={paths.organisation(part.reference)}>
            {part.name}
          </a>,
          becomes(page.kind, part.side),
          page.kind === 'rename' ? (
            'None needed'
          ) : (
            <span key="person">
              {part.person === null
                ? part.alone
                  ? 'Nobody of its own: a coordinator accepts, and says why'
                  : 'Nobody yet'
                : `${part.person}, ${part.side === 'successor' ? 'answers for it' : 'holds what is left'}`}{' '}
              {page.may.arrange && (
                <a className="govuk-link" href={paths.reorganisationPerson(page.reference, part.reference)}>
                  {part.person === null ? 'Name a person' : 'Name another'}
                  <span className="govuk-visually-hidden"> for {part.name}</span>
                </a>
              )}
            </span>
          ),
        ])}
      />
    </>
  );
}

function Lines({ page }: PageProps) {
  const number = (content: number) => ({ content, format: 'numeric' as const });
  return (
    <>
      <h2 className="govuk-heading-m">What is handed over</h2>
      {page.lines.length === 0 ? (
        <p className="govuk-body">Nothing live is held.</p>
      ) : (
        <ScrollingTable
          name="What is handed over"
          head={[
            'What',
            'Still held',
            goesOn(page.kind) ? 'Of these staying' : 'Offered to nobody',
            'Accepted',
            'Declined',
          ]}
          rows={page.lines.map((line) => [
            <a key="kind" className="govuk-link" href={paths.reorganisationItems(page.reference, line.kind)}>
              {headingOf(line.kind)}
            </a>,
            number(line.held),
            number(line.open),
            number(line.accepted),
            number(line.declined),
          ])}
        />
      )}
    </>
  );
}
