import { paths } from '~/paths';
import { Panel } from '~/ui/content/panel';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';

interface Props {
  name: string;
  reference: string;
  address: string;
}

/** Shown once, right after it was made. */
export const FeedMade = ({ name, reference, address }: Props) => (
  <PageBody>
    <Panel title="Keep the address of your feed" />
    <p className="govuk-body">Of “{name}”:</p>
    <p className="govuk-body">
      <code className="break-all">{address}</code>
    </p>
    <WarningText>It is shown this once. If you lose it, or somebody else has it, make a new one.</WarningText>
    <Button href={paths.savedSearch(reference)}>I have kept it, continue</Button>
  </PageBody>
);
