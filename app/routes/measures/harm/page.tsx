import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { HarmTable } from '~/components/measure/harm-table';
import { releaseHarm } from '~/domain/measures/commands/release-harm.server';
import { HARM_HEADS, showHarm } from '~/domain/measures/harm/harm-figure';
import { harmPage } from '~/domain/measures/queries/harm-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Harm');

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(harmPage, await whoAsks(args), {}));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, releaseHarm, { done: () => paths.harm(), says: 'Done. The public page says so now.' });

export default function Harm() {
  const { rows, may } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Harm' }]} />}
    >
      <h1 className="govuk-heading-xl">What serious and organised crime does</h1>
      <Lede>
        How many people die, how many are hurt, and what it costs us all. Each figure says where it comes from
        and of which year it is. “Unknown” means that we have no figure. It does not mean that there is no
        harm.
      </Lede>
      {may.keep && <Button href={paths.newHarmFigure()}>Record a figure</Button>}
      {rows.length === 0 ? (
        <EmptyState title="No figure is public yet">
          Figures appear here once a coordinator has released them.
        </EmptyState>
      ) : (
        <HarmTable name="Harm by threat" rows={rows} />
      )}
      {may.keep && <Keeping />}
    </PageBody>
  );
}

function Keeping() {
  const { rows } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const figures = rows.flatMap((row) => row.figures);
  if (figures.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-l">What the public reads</h2>
      <ScrollingTable
        name="Figures and their release"
        head={['Threat', 'Figure', 'Year', 'Public', 'Change']}
        rows={figures.map((one) => {
          const said = `${HARM_HEADS[one.kind]}: ${showHarm(one)}`;
          return [
            one.threat,
            said,
            one.year,
            one.released ? 'Released' : 'Not released',
            <span key="change">
              <Form id={`release-${one.reference}`} reply={reply}>
                {() => (
                  <>
                    <input type="hidden" name="reference" value={one.reference} />
                    <Button variant="secondary" name="release" value={one.released ? 'no' : 'yes'}>
                      {one.released ? 'Take it back' : 'Release it'}
                      <span className="govuk-visually-hidden">
                        : {one.threat}, {said}
                      </span>
                    </Button>
                  </>
                )}
              </Form>
              <a className="govuk-link" href={paths.correctHarmFigure(one.reference)}>
                Replace it
                <span className="govuk-visually-hidden">
                  : {one.threat}, {said}
                </span>
              </a>
            </span>,
          ];
        })}
      />
    </>
  );
}
