import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayValues } from '~/components/form';
import { LineEntry } from '~/components/money/line-entry';
import { enterLine } from '~/domain/ledger/commands/enter-line.server';
import { ledgerLine } from '~/domain/ledger/queries/ledger-line.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { moneyKeeper } from './keeping.server';

export const meta = () => pageTitle('Replace a line');

const pounds = (pence: number | null) => (pence === null ? '' : (pence / 100).toFixed(2));
const text = (number: number | null) => (number === null ? '' : String(number));
const where = (overseas: boolean | null) => (overseas === null ? '' : overseas ? 'yes' : 'no');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, choices } = await moneyKeeper(args);
  const line = found(await ask(ledgerLine, actor, { reference: args.params['reference'] }));
  if (!line.may.replace) throw forbidden('This line was replaced already.');
  const { purpose, certainty, condition, base, source } = line;
  const values = {
    ...{ organisation: line.organisation.slug, purpose, certainty, condition, base, source },
    ...{ planned: pounds(line.planned), actual: pounds(line.actual), activities: text(line.activities) },
    ...{
      secureFrom: text(line.secureFrom),
      secureUntil: text(line.secureUntil),
      overseas: where(line.overseas),
    },
    ...{
      startsOn: dayValues(line.startsOn),
      endsOn: dayValues(line.endsOn),
      statedOn: dayValues(line.statedOn),
    },
    ...{
      strand: line.strand?.slug ?? '',
      level: line.level?.slug ?? '',
      intervention: line.intervention?.slug ?? '',
    },
    ...{ areas: line.areas.map(({ slug }) => slug) },
    ...{ ...(line.ringFenced ? { ringFenced: 'on' } : {}), ...(line.estimate ? { estimate: 'on' } : {}) },
  };
  return { reference: line.reference, choices, values };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, enterLine, {
    fixed: { replaces: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.ledgerLine(reference),
    says: 'Replaced. The line before stays readable.',
  });

export default function ReplaceLine() {
  const { reference, choices, values } = useLoaderData<typeof loader>();
  const back = paths.ledgerLine(reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-xl">Replace a line</h1>
      <p className="govuk-body">Amounts and tags change by a new line; the one before stays as it was.</p>
      <LineEntry reply={useActionData<typeof action>()} values={values} choices={choices} backHref={back} />
    </PageBody>
  );
}
