import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { makeApiToken } from '~/domain/people/commands/make-api-token.server';
import { API_SCOPES, apiScopes } from '~/domain/people/tokens/api-scopes';
import { LIFETIMES, USUAL_LIFETIME } from '~/domain/people/tokens/api-token';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { actAndShow } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { personWhoAsks } from '~/web/who.server';
import { TokenMade } from './token-made';

export async function loader(args: LoaderFunctionArgs) {
  await personWhoAsks(args);
  return null;
}

export const action = (args: ActionFunctionArgs) => actAndShow(args, makeApiToken, {});

export const meta = () => pageTitle('Make a token');

export default function NewToken() {
  const answer = useActionData<typeof action>();
  if (answer && 'shown' in answer) return <TokenMade {...answer.shown} />;
  return (
    <PageBody before={<BackLink href={paths.ownTokens()} />}>
      <h1 className="govuk-heading-xl">Make a token</h1>
      <Form reply={answer} values={{ days: USUAL_LIFETIME }}>
        {(fields) => (
          <>
            <TextInput
              label="What it is for"
              hint="The name of the program, for example “Weekly evidence report”."
              {...fieldProps(fields.name)}
            />
            <Checkboxes
              label="What it may be used for"
              hint="Choose no more than the program needs. It never gives more than you may do yourself."
              items={apiScopes.map((scope) => ({ value: scope, label: API_SCOPES[scope], hint: scope }))}
              {...checkboxesProps(fields.scopes)}
            />
            <Radios
              label="How long it lives"
              items={Object.entries(LIFETIMES).map(([value, label]) => ({ value, label }))}
              {...fieldProps(fields.days)}
            />
            <Button once>Make the token</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
