import type { LoaderFunctionArgs } from '@remix-run/node';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { mayChangeOwnSecrets } from '~/domain/people/person-policy';
import { paths } from '~/paths';
import { departToOrcid } from '~/web/orcid-errand.server';
import { notFound, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

/** To ORCID, to put the iD on one's own account. */
export async function loader(args: LoaderFunctionArgs) {
  if (!orcidIsOn()) throw notFound();
  permitted(mayChangeOwnSecrets(await personWhoAsks(args)));
  return departToOrcid('link', paths.ownOrcid());
}
