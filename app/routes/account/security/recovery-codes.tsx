import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { renewRecoveryCodes } from '~/domain/people/commands/renew-recovery-codes.server';
import { mayChangeOwnSecrets } from '~/domain/people/person-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { actAndShow } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { RecoveryCodes } from './recovery-codes-list';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayChangeOwnSecrets(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) => actAndShow(args, renewRecoveryCodes, {});

export const meta = () => pageTitle('New recovery codes');

export default function NewRecoveryCodes() {
  const answer = useActionData<typeof action>();
  if (answer && 'shown' in answer)
    return <RecoveryCodes codes={answer.shown.codes} next={paths.secondFactorSetUp()} />;
  return (
    <PageBody before={<BackLink href={paths.secondFactorSetUp()} />}>
      <h1 className="govuk-heading-xl">Make new recovery codes</h1>
      <p className="govuk-body">Those you have now stop working.</p>
      <Form reply={answer}>
        {(fields) => (
          <>
            <TextInput
              label="Code of your authenticator app"
              autoComplete="one-time-code"
              inputMode="numeric"
              width={10}
              {...fieldProps(fields.code)}
            />
            <Button once>Make new codes</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
