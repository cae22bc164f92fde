import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, dayValues, fieldProps, Form, type Fields } from '~/components/form';
import { ask } from '~/domain/query.server';
import { proposeReorganisation } from '~/domain/succession/commands/propose-reorganisation.server';
import { countOf, isHeldKind } from '~/domain/succession/holding';
import { reorganisationForm } from '~/domain/succession/queries/reorganisation-choices.server';
import { KIND_WORDS, KINDS } from '~/domain/succession/reorganisation';
import { mayReorganise } from '~/domain/succession/reorganisation-policy';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayReorganise(actor));
  const form = found(await ask(reorganisationForm, actor, { organisation: args.params['reference'] }));
  return { ...form, today: actor.asOf };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, proposeReorganisation, {
    fixed: { organisation: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.reorganisation(reference),
    says: 'Proposed. Nothing changes until another person confirms it',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Reorganise ${data.name}` : 'Not found');

export default function Propose() {
  const { reference, name, others, held, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.organisation(reference)} />}>
      <h1 className="govuk-heading-xl">Reorganise {name}</h1>
      <p className="govuk-body">
        {held.length === 0
          ? 'Nothing live is held by it. '
          : `Held by it now: ${held
              .flatMap(({ kind, count }) => (isHeldKind(kind) ? [countOf(kind, count)] : []))
              .join(', ')}. `}
        What is live stays where it is until a successor accepts it; money that is past, signatures and
        decisions keep the name they were made in.
      </p>
      <Form reply={reply} values={{ effectiveOn: dayValues(today) }}>
        {(fields) => (
          <>
            <Radios
              label="What is to happen"
              items={KINDS.map((value) => ({
                value,
                label: KIND_WORDS[value].name,
                hint: KIND_WORDS[value].hint,
              }))}
              {...fieldProps(fields['kind'])}
            />
            <TextInput label="New name, to rename it" {...fieldProps(fields['newName'])} />
            <p className="govuk-body">For all else but a new name, choose who follows.</p>
            <Organisations
              fields={fields}
              name="successors"
              labels={['Successor', 'Second successor', 'Third successor', 'Fourth successor']}
              others={others}
            />
            <Details summary="Others that end in the same merger">
              <Organisations
                fields={fields}
                name="others"
                labels={['Also ends', 'Second that also ends', 'Third that also ends']}
                others={others}
              />
            </Details>
            <DateInput
              label="From which day"
              labelProps={{ size: 's' }}
              hint="It can be confirmed before, and is handed over from that day on"
              {...dateProps(fields['effectiveOn'])}
            />
            <CharacterCount
              label="Why, and by which law or decision"
              maxCharacters={2000}
              rows={4}
              {...fieldProps(fields['basis'])}
            />
            <Button once>Propose</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}

interface OrganisationsProps {
  fields: Fields;
  name: 'successors' | 'others';
  labels: string[];
  others: { value: string; text: string }[];
}

/** One choice a line, all of one name; what was chosen is kept in its line. */
function Organisations({ fields, name, labels, others }: OrganisationsProps) {
  const field = fields[name];
  const initial = field?.initialValue;
  const chosen = Array.isArray(initial) ? initial.map(String) : [typeof initial === 'string' ? initial : ''];
  return labels.map((label, place) => (
    <Select
      key={label}
      id={place === 0 ? field?.id : `${field?.id}-${place}`}
      name={name}
      label={place === 0 ? label : `${label} (optional)`}
      error={place === 0 ? field?.errors?.[0] : undefined}
      defaultValue={chosen[place] ?? ''}
      options={[{ value: '', text: 'None' }, ...others]}
    />
  ));
}
