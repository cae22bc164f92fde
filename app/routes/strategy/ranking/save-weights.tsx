import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { isAllowed } from '~/domain/policy';
import { saveWeighting } from '~/domain/strategy/commands/save-weighting.server';
import { PART_NAMES, PARTS, STARTING_WEIGHTS } from '~/domain/strategy/scoring/score';
import { mayWeigh, mayWeighForAll } from '~/domain/strategy/scoring/weighting-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayWeigh(actor));
  return { forAll: isAllowed(mayWeighForAll(actor)) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, saveWeighting, {
    done: ({ reference }) => paths.strategyRanking({ weights: reference }),
    says: 'Weights saved, with your name and the day',
  });

export const meta = () => pageTitle('Save weights');

const values = Object.fromEntries(
  Object.entries(STARTING_WEIGHTS).map(([name, value]) => [name, String(value)]),
);

export default function SaveWeights() {
  const { forAll } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.sensitivity()} />}>
      <h1 className="govuk-heading-xl">Save weights</h1>
      <p className="govuk-body">
        What is saved stays as it is, with your name and the day, so that any ranking by it can be worked out
        again.
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <TextInput label="Name" {...fieldProps(fields['name'])} />
            <h2 className="govuk-heading-m">Parts of the score, 100 together</h2>
            {PARTS.map((part) => (
              <Weight key={part} label={PART_NAMES[part]} name={part} fields={fields} />
            ))}
            <h2 className="govuk-heading-m">Places, 100 together</h2>
            <Weight label="Home" name="domestic" fields={fields} />
            <Weight label="Overseas" name="overseas" fields={fields} />
            <TextInput label="Why they are weighted so" {...fieldProps(fields['note'])} />
            {forAll && (
              <Checkboxes
                label="For everybody"
                items={[{ value: 'on', label: 'Rankings start from these weights' }]}
                {...checkboxesProps(fields['standing'])}
              />
            )}
            <Button once>Save the weights</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}

const Weight = ({ label, name, fields }: { label: string; name: string; fields: Fields }) => (
  <TextInput label={label} inputMode="numeric" width={3} {...fieldProps(fields[name])} />
);
